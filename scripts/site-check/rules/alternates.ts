import { type DrawnSite, pathWithin, type SiteFault } from '../drawn-site.ts';
import type { SitePage } from '../read-page.ts';
import { indexablePages } from './canonical.ts';

/** Versions of a page in other languages name each other, themselves, and a default for everybody else. */
export function checkAlternates(site: DrawnSite): SiteFault[] {
  return indexablePages(site).flatMap((page) => faultsOf(site, page).map((message) => ({ file: page.file, message })));
}

function faultsOf(site: DrawnSite, page: SitePage): string[] {
  const languages = page.alternates.map(([language]) => language);
  const faults: string[] = [];
  if (new Set(languages).size !== languages.length) faults.push('names two alternates for one language');
  if (!languages.includes('x-default')) faults.push('has no alternate for readers of other languages (x-default)');
  for (const [language, address] of page.alternates) {
    const message = faultOf(site, page, language, address);
    if (message !== undefined) faults.push(`names ${address} as its version for "${language}", ${message}`);
  }
  const own = page.alternates.some(([, address]) => pathWithin(site, page, address)?.path === page.path);
  return own ? faults : [...faults, 'does not name itself among its alternates'];
}

function faultOf(site: DrawnSite, page: SitePage, language: string, address: string): string | undefined {
  if (!URL.canParse(address)) return 'which is no whole address';
  const target = site.byPath.get(pathWithin(site, page, address)?.path ?? '');
  if (target === undefined) return 'where no page is';
  if (language !== 'x-default' && target.language !== language) return `but that page is in "${target.language}"`;
  const back = target.alternates.some(([, other]) => pathWithin(site, target, other)?.path === page.path);
  return back ? undefined : 'but that page does not name this one';
}
