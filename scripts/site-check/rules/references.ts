import { type DrawnSite, fileAt, pathWithin, type SiteFault } from '../drawn-site.ts';
import type { SitePage } from '../read-page.ts';

/** Links, pictures, styles and other files lead to something that is there, and never into the CMS. */
export function checkReferences(site: DrawnSite): SiteFault[] {
  return site.pages.flatMap((page) =>
    page.references.flatMap(({ element, address }) => {
      const message = faultOf(site, page, address);
      return message === undefined ? [] : [{ file: page.file, message: `<${element}> names ${address}, ${message}` }];
    }),
  );
}

function faultOf(site: DrawnSite, page: SitePage, address: string): string | undefined {
  if (address.trim() === '') return 'which is no address';
  if (address.startsWith('media:')) return 'the name of a file that was not put in';
  const within = pathWithin(site, page, address);
  if (within === undefined) return leadsToMachine(address) ? 'an address that only one machine knows' : undefined;
  if (/^\/(?:uploads|admin|api)\//.test(within.path)) return 'an address of the CMS';
  const file = fileAt(within.path);
  if (!site.files.has(file)) return site.files.has(`${file}/index.html`) ? 'without the slash at its end' : 'where nothing is';
  const target = site.byPath.get(within.path);
  if (within.fragment === '' || target === undefined || target.ids.has(within.fragment)) return undefined;
  return `but nothing there has the identifier ${within.fragment}`;
}

function leadsToMachine(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'file:' || /^(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(url.hostname));
}
