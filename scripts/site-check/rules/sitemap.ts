import type { DrawnSite, SiteFault } from '../drawn-site.ts';
import { readXml, type XmlElement } from '../read-xml.ts';
import { indexablePages } from './canonical.ts';

const indexFile = 'sitemap-index.xml';

/** The sitemap has exactly the pages that search engines are to show, with the alternates that the pages name. */
export function checkSitemap(site: DrawnSite): SiteFault[] {
  const fault = (message: string, file = indexFile): SiteFault[] => [{ file, message }];
  if (!site.files.has(indexFile)) return fault('is missing');
  const index = readXml(site.read(indexFile));
  if ('fault' in index) return fault(index.fault);
  const parts = locations(index, 'sitemap').map((address) => (URL.parse(address)?.pathname ?? '').slice(1));
  const missing = parts.filter((file) => !site.files.has(file));
  if (missing.length > 0) return fault(`names ${missing.join(', ')}, where nothing is`);

  const pages = new Map(indexablePages(site).map((page) => [page.canonical[0] ?? '', page]));
  const faults: SiteFault[] = [];
  const listed = new Set<string>();
  for (const file of parts) {
    const elements = readXml(site.read(file));
    if ('fault' in elements) return fault(elements.fault, file);
    for (const address of locations(elements, 'url')) {
      if (listed.has(address)) faults.push(...fault(`lists ${address} twice`, file));
      if (!pages.has(address)) faults.push(...fault(`lists ${address}, which is no page for search engines`, file));
      listed.add(address);
    }
    for (const { text } of elements.filter(({ name }) => name === 'lastmod'))
      if (Number.isNaN(Date.parse(text))) faults.push(...fault(`has a lastmod that is no date: ${text}`, file));
  }
  for (const [address, page] of pages)
    if (!listed.has(address)) faults.push({ file: page.file, message: `is not in the sitemap (${address})` });
  return faults;
}

function locations(elements: XmlElement[], within: string): string[] {
  return elements.filter(({ name, within: above }) => name === 'loc' && above.at(-1) === within).map(({ text }) => text.trim());
}
