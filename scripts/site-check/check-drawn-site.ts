import { type DrawnSite, readDrawnSite, type SiteFault } from './drawn-site.ts';
import { checkAlternates } from './rules/alternates.ts';
import { checkCanonical } from './rules/canonical.ts';
import { checkFeeds } from './rules/feeds.ts';
import { checkHtml } from './rules/html.ts';
import { checkPages } from './rules/pages.ts';
import { checkReferences } from './rules/references.ts';
import { checkSitemap } from './rules/sitemap.ts';

/** What is asked of every drawn site, in the order in which it is told. */
const rules: Record<string, (site: DrawnSite) => SiteFault[] | Promise<SiteFault[]>> = {
  'Links, pictures and files': checkReferences,
  'Language, title, headings, data, nothing inline': checkPages,
  'Canonical addresses': checkCanonical,
  'Versions in other languages': checkAlternates,
  Sitemap: checkSitemap,
  'News feeds': checkFeeds,
  'HTML of a sample': checkHtml,
};

export interface SiteReport {
  pages: number;
  files: number;
  results: { rule: string; faults: SiteFault[] }[];
}

/** Checks a drawn site as a whole. */
export async function checkDrawnSite(folder: string): Promise<SiteReport> {
  const site = readDrawnSite(folder);
  const results = [];
  for (const [rule, check] of Object.entries(rules)) results.push({ rule, faults: await check(site) });
  return { pages: site.pages.length, files: site.files.size, results };
}
