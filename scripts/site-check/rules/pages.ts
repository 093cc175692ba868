import type { DrawnSite, SiteFault } from '../drawn-site.ts';
import type { SitePage } from '../read-page.ts';

/** Each page by itself: its language, title, headings, data for search engines, and nothing inline. */
export function checkPages(site: DrawnSite): SiteFault[] {
  return site.pages.flatMap((page) => faultsOf(page).map((message) => ({ file: page.file, message })));
}

function faultsOf(page: SitePage): string[] {
  const faults = page.inline.map((what) => `has ${what} in it, which the Content-Security-Policy refuses`);
  if (!page.language) faults.push('does not say its language');
  if (page.title === '') faults.push('has no title');
  for (const text of page.jsonLd) if (!isJson(text)) faults.push(`has JSON-LD that cannot be read: ${text.slice(0, 60)}…`);
  for (const picture of page.picturesWithoutAlt) faults.push(`has a picture without alternative text: ${picture}`);
  return page.refresh === undefined ? [...faults, ...headingFaults(page.headings)] : faults;
}

function headingFaults(levels: number[]): string[] {
  const first = levels.filter((level) => level === 1).length;
  const jump = levels.findIndex((level, index) => index > 0 && level - (levels[index - 1] ?? 0) > 1);
  return [
    ...(first === 1 ? [] : [`has ${first} headings of the first level instead of one`]),
    ...(jump === -1 ? [] : [`has a heading of level ${levels[jump]} below one of level ${levels[jump - 1]}`]),
  ];
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
