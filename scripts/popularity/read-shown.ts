import { parse } from 'parse5';
import { type Element, elementsOf } from '../site-check/read-page.ts';

/** What a page of the site shows, as far as lists name it. */
export interface ShownPage {
  /** The site's own address as the page names it. */
  origin: string | undefined;
  /** Its first heading. */
  heading: { text: string; language: string | undefined } | undefined;
  /** The popular lists, by the name of their section; one without entries is empty. */
  lists: ReadonlyMap<string, ShownEntry[]>;
}

/** An entry of a popular list, as readers see it. */
export interface ShownEntry {
  rank: number;
  path: string;
  title: string;
  isPinned: boolean;
  views: number;
  comments: number;
  reactions: number;
}

export function readShown(html: string): ShownPage {
  const elements = [...elementsOf(parse(html))];
  const root = elements.find(({ tagName }) => tagName === 'html');
  const canonical = elements.find((each) => each.tagName === 'link' && attribute(each, 'rel') === 'canonical');
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  return {
    origin: canonical && URL.parse(attribute(canonical, 'href') ?? '')?.origin,
    heading: heading && { text: textOf(heading), language: attribute(heading, 'lang') ?? (root && attribute(root, 'lang')) },
    lists: new Map(
      elements
        .filter(({ tagName }) => tagName === 'section')
        .map((section) => [attribute(section, 'aria-labelledby') ?? '', entriesOf(section)]),
    ),
  };
}

/** As browsers show it: white space is one space. @example ' A  title ' // => 'A title' */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function entriesOf(section: Element): ShownEntry[] {
  const list = [...elementsOf(section)].find((each) => hasClass(each, 'popular-list'));
  return list === undefined ? [] : list.childNodes.flatMap((node) => ('tagName' in node ? entryOf([...elementsOf(node)]) : []));
}

function entryOf(elements: readonly Element[]): ShownEntry {
  const link = elements.find(({ tagName }) => tagName === 'a');
  const rank = elements.find((each) => hasClass(each, 'rank'));
  const meta = elements.find((each) => hasClass(each, 'meta'));
  // The counts are the text beside the other facts: `2,415 views, 3 comments, 16 reactions`.
  const counts = (meta?.childNodes ?? []).map((node) => ('value' in node ? node.value : '')).join('');
  const [views = Number.NaN, comments = Number.NaN, reactions = Number.NaN] = counts.split(', ').map(numberIn);
  return {
    rank: numberIn(rank ? textOf(rank) : ''),
    path: (link && attribute(link, 'href')) ?? '',
    title: link ? textOf(link) : '',
    isPinned: elements.some((each) => hasClass(each, 'pinned')),
    ...{ views, comments, reactions },
  };
}

/** @example '12,415 views' // => 12415 */
function numberIn(text: string): number {
  const digits = text.replaceAll(/\D/g, '');
  return digits === '' ? Number.NaN : Number(digits);
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function textOf(element: Element): string {
  const textIn = (node: Element['childNodes'][number]): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
  return inOneLine(textIn(element));
}
