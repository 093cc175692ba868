import { type DrawnSite, pathWithin, type SiteFault } from '../drawn-site.ts';
import type { SitePage } from '../read-page.ts';

/** The pages that search engines are to show: neither kept out, nor pointing to another page as the true one. */
export function indexablePages(site: DrawnSite): SitePage[] {
  return site.pages.filter((page) => !page.noindex && page.refresh === undefined && isItsOwn(site, page));
}

/** Every page that is not kept out of search engines names one true address: its own, or another page's. */
export function checkCanonical(site: DrawnSite): SiteFault[] {
  return site.pages.flatMap((page) => {
    const message = faultOf(site, page);
    return message === undefined ? [] : [{ file: page.file, message }];
  });
}

function faultOf(site: DrawnSite, page: SitePage): string | undefined {
  const [address, ...more] = page.canonical;
  if (more.length > 0) return `has ${page.canonical.length} canonical links instead of one`;
  if (address === undefined) return page.noindex || page.refresh !== undefined ? undefined : 'has no canonical link';
  if (!URL.canParse(address)) return `has a canonical link that is no whole address: ${address}`;
  const within = pathWithin(site, page, address);
  if (within === undefined) return `says that its true address is on another site: ${address}`;
  const target = site.byPath.get(within.path);
  if (target === undefined) return `says that its true address is ${address}, where no page is`;
  if (!isItsOwn(site, target)) return `says that its true address is ${address}, but that page names yet another`;
  return undefined;
}

function isItsOwn(site: DrawnSite, page: SitePage): boolean {
  const [address] = page.canonical;
  return address === undefined || pathWithin(site, page, address)?.path === page.path;
}
