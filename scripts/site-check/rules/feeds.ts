import { type DrawnSite, fileAt, type SiteFault } from '../drawn-site.ts';
import { readXml } from '../read-xml.ts';

/** As RSS 2.0 wants dates: RFC 822 with four digits for the year. */
const rssDate = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|[+-]\d{4})$/;

/** Feeds for readers are well-formed, have dates, and lead to pages that are there. */
export function checkFeeds(site: DrawnSite): SiteFault[] {
  return [...site.files]
    .filter((file) => file.endsWith('rss.xml'))
    .flatMap((file) => faultsOf(site, file).map((message) => ({ file, message })));
}

function faultsOf(site: DrawnSite, file: string): string[] {
  const elements = readXml(site.read(file));
  if ('fault' in elements) return [elements.fault];
  const texts = (name: string) => elements.filter((element) => element.name === name).map(({ text }) => text.trim());
  const items = elements.filter(({ name }) => name === 'item').length;
  const dates = texts('pubDate');
  const guids = texts('guid');
  const links = elements.filter(({ name, within }) => name === 'link' && within.at(-1) === 'item').map(({ text }) => text.trim());
  return [
    ...(elements.at(-1)?.name === 'rss' ? [] : ['is no RSS feed']),
    ...(dates.length >= items ? [] : [`has ${items} items, of which ${items - dates.length} have no date`]),
    ...(new Set(guids).size === guids.length ? [] : ['names two items by the same identifier']),
    ...dates
      .filter((text) => !rssDate.test(text) || Number.isNaN(Date.parse(text)))
      .map((text) => `has "${text}", which is no date of RSS`),
    ...links
      .filter((link) => URL.parse(link)?.origin !== site.origin || !site.files.has(fileAt(URL.parse(link)?.pathname ?? '')))
      .map((link) => `leads to ${link}, where nothing is`),
  ];
}
