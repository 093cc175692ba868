import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** What a page says to browsers and search engines, as a browser reads it. */
export interface SitePage {
  /** The file, relative to the site's folder. */
  file: string;
  /** The path at which readers find it. @example '/kk/news/' */
  path: string;
  language: string | undefined;
  direction: string | undefined;
  title: string;
  /** Addresses of the canonical links; there should be one at most. */
  canonical: string[];
  /** Pairs of language and address, in the order in which they stand. */
  alternates: [language: string, address: string][];
  /** Kept out of search engines. */
  noindex: boolean;
  /** Where readers are sent on, if the page only does that. */
  refresh: string | undefined;
  /** Levels of the headings, in order. */
  headings: number[];
  /** All addresses that it loads or links to, with the element that names them. */
  references: { element: string; address: string }[];
  /** Identifiers that a link's fragment can name. */
  ids: Set<string>;
  /** Texts of the blocks of JSON-LD. */
  jsonLd: string[];
  /** What a strict Content-Security-Policy refuses: inline scripts, styles and handlers of events. */
  inline: string[];
  /** Pictures without the attribute `alt`. */
  picturesWithoutAlt: string[];
}

/** Takes a page apart. */
export function readPage(file: string, html: string): SitePage {
  const page: SitePage = {
    file,
    path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    language: undefined,
    direction: undefined,
    title: '',
    canonical: [],
    alternates: [],
    noindex: false,
    refresh: undefined,
    headings: [],
    references: [],
    ids: new Set(),
    jsonLd: [],
    inline: [],
    picturesWithoutAlt: [],
  };
  for (const element of elementsOf(parse(html))) readElement(element, page);
  return page;
}

/** All elements below a node, and itself where it is one, in their order. */
export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

function readElement(element: Element, page: SitePage): void {
  const { tagName } = element;
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  const get = (name: string) => attributes.get(name);
  if (get('id')) page.ids.add(get('id') ?? '');
  for (const [name, value] of attributes) {
    if (name === 'style' || name.startsWith('on')) page.inline.push(`<${tagName} ${name}="${value}">`);
    for (const address of addressesIn(name, value)) page.references.push({ element: tagName, address });
  }
  if (tagName === 'html') [page.language, page.direction] = [get('lang'), get('dir')];
  else if (tagName === 'title' && page.title === '') page.title = textOf(element).trim();
  else if (tagName === 'link') readLink(get('rel') ?? '', get('href') ?? '', get('hreflang'), page);
  else if (tagName === 'meta') readMeta(get('name') ?? get('http-equiv') ?? '', get('content') ?? '', page);
  else if (tagName === 'script' || tagName === 'style') readInline(element, get('type'), attributes.has('src'), page);
  else if (/^h[1-6]$/.test(tagName)) page.headings.push(Number(tagName[1]));
  else if (tagName === 'img' && !attributes.has('alt')) page.picturesWithoutAlt.push(get('src') ?? '');
}

function readLink(rel: string, href: string, hreflang: string | undefined, page: SitePage): void {
  if (rel === 'canonical') page.canonical.push(href);
  if (rel === 'alternate' && hreflang !== undefined) page.alternates.push([hreflang, href]);
}

function readMeta(name: string, content: string, page: SitePage): void {
  if (name.toLowerCase() === 'robots' && content.includes('noindex')) page.noindex = true;
  if (name.toLowerCase() === 'refresh') page.refresh = /url=(.*)/i.exec(content)?.[1];
}

function readInline(element: Element, type: string | undefined, hasSource: boolean, page: SitePage): void {
  if (type === 'application/ld+json') page.jsonLd.push(textOf(element));
  else if (!hasSource) page.inline.push(`<${element.tagName}>`);
}

function addressesIn(attribute: string, value: string): string[] {
  if (attribute === 'srcset') return value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
  return ['href', 'src', 'poster', 'action', 'data'].includes(attribute) ? [value] : [];
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
