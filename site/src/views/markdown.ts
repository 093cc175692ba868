import type { Language } from '@newsroom/shared/languages';
import type { MediaFile } from '@newsroom/shared/media';
import { Marked, type RendererObject, type Token } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { Text } from '../content/text.ts';
import { wordsIn } from '../languages/words.ts';
import { embeddedMedia } from './embedded-media.ts';
import { escapeHtml } from './escape-html.ts';
import { headingLevel } from './heading-level.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { ReadLink } from './site-links.ts';
import { tableRegions } from './table-regions.ts';

/** Where a text stands, and what its links lead to. */
export interface TextPlace {
  /** The language of the page, for the names that assistive technology reads. */
  language: Language;
  topHeading: number;
  links: ReadLink;
}

/** A link that leads nowhere on the site. */
export interface DeadLinkInText {
  /** Where it would lead, and the address as it was written. */
  path: string;
  address: string;
  /** Its words. */
  text: string;
  /** In which block of the text it stands, counted from 1: paragraphs, headings, lists and tables are blocks. */
  block: number;
}

/**
 * An editor's Markdown as HTML that is safe on the site: `marked` turns it into HTML and cleans nothing, and
 * `sanitize-html` lets through what is listed here and nothing else. Pictures become their alternative text, but for
 * those of the text's own files; a link that leads nowhere on the site becomes its words.
 * Headings begin at `topHeading` and skip no level, whatever levels were written.
 *
 * @param place.dead gets those links
 * @param files the files that the text names by `mediaReference`
 */
export function renderMarkdown(
  markdown: string,
  place: TextPlace & { dead?: (link: DeadLinkInText) => void },
  files: readonly MediaFile[] = [],
): string {
  const plain = place.dead === undefined && files.length === 0 ? plainMarkdown(markdown, place) : undefined;
  return plain ?? cleanMarkdown(markdown, place, files);
}

/** The same for any text. */
export function cleanMarkdown(
  markdown: string,
  place: TextPlace & { dead?: (link: DeadLinkInText) => void },
  files: readonly MediaFile[] = [],
): string {
  const { renderer, sources } = embeddedMedia(files, place.language);
  const html = parse(markdown, { ...renderer, heading });
  const links = linksOfText(place.links, place.dead);
  const clean = sanitizeHtml(html, {
    allowedTags,
    allowedAttributes,
    allowedClasses: { th: alignments, td: alignments },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    enforceHtmlBoundary: false,
    exclusiveFilter: (frame) => {
      links.end(frame);
      return isEmpty(frame);
    },
    transformTags: {
      ...headings(place.topHeading),
      a: links.begin,
      [blockMark]: links.block,
      table,
      th: cell,
      td: cell,
      img: picture(sources),
    },
  });
  return tableRegions(withoutSlashes(clean), wordsIn(place.language).table).trim();
}

/** Markdown as HTML, with its language where that is not the page's. */
export interface MarkdownText {
  html: string;
  lang: Language | undefined;
}

/** A text in Markdown as `renderMarkdown` gives it; undefined without one. */
export function markdownOf(markdown: Text | undefined, place: TextPlace): MarkdownText | undefined {
  return markdown && { html: renderMarkdown(markdown.text, place), lang: markdown.lang };
}

/** What nests too deeply for the parser is shown as it was written: no text may keep the site from being drawn. */
function parse(markdown: string, renderer: RendererObject): string {
  try {
    const marked = new Marked({ gfm: true, async: false, renderer });
    return marked
      .lexer(markdown)
      .map((token) => (isBlock(token) ? `<${blockMark}></${blockMark}>` : '') + marked.parser([token]))
      .join('');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `<p>${escapeHtml(markdown)}</p>`;
  }
}

/** A tag that is never let through: it says where a block begins. */
const blockMark = 'newsroom-block';

/** Blank lines, and the definitions of addresses, show nothing. */
function isBlock({ type }: Token): boolean {
  return type !== 'space' && type !== 'def';
}

const allowedTags = [
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'pre', 'br'],
  ...['a', 'abbr', 'b', 'cite', 'code', 'del', 'em', 'i', 'ins', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup'],
  ...['figure', 'img'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

const allowedAttributes = {
  '*': ['lang'],
  a: ['href', 'title', 'rel'],
  abbr: ['title'],
  img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading', 'decoding'],
  ol: ['start'],
  th: ['colspan', 'rowspan', 'class'],
  td: ['colspan', 'rowspan', 'class'],
};

const alignments = ['align-center', 'align-right'];

/** A heading or a table without a word would be a place that readers come to and find nothing at. */
const heading: NonNullable<RendererObject['heading']> = ({ text }) => (text.trim() === '' ? '' : false);

function isEmpty({ tag, text, mediaChildren }: sanitizeHtml.IFrame): boolean {
  return tag === 'table' && text.trim() === '' && mediaChildren.length === 0;
}

/** The state lives as long as one text: each heading is at most one level below the one before it. */
function headings(top: number): Record<string, sanitizeHtml.Transformer> {
  let previous = top - 1;
  const place: sanitizeHtml.Transformer = (tag, attribs) => {
    previous = headingLevel(previous, Number(tag.slice(1)), top);
    return { tagName: `h${previous}`, attribs };
  };
  return { h1: place, h2: place, h3: place, h4: place, h5: place, h6: place };
}

/** Reads the links of one text; a dead one is told when it ends, for only then its words are known. */
function linksOfText(links: ReadLink, dead: ((link: DeadLinkInText) => void) | undefined) {
  const ofTag = new WeakMap<object, Omit<DeadLinkInText, 'text'>>();
  let block = 0;
  const begin: sanitizeHtml.Transformer = (tagName, { rel: _, href: address = '', ...attribs }) => {
    if (address === '') return { tagName, attribs };
    const target = links(address);
    if (target.kind === 'dead') {
      const words = { tagName: 'span', attribs: {} };
      ofTag.set(words.attribs, { path: target.path, address, block });
      return words;
    }
    const { href } = target;
    if (href === undefined) return { tagName, attribs };
    return { tagName, attribs: { href, ...attribs, ...(/^https?:/.test(href) ? { rel: 'noopener' } : {}) } };
  };
  return {
    begin,
    block: ((tagName, attribs) => {
      block += 1;
      return { tagName, attribs };
    }) satisfies sanitizeHtml.Transformer,
    end({ attribs, text }: sanitizeHtml.IFrame): void {
      const link = ofTag.get(attribs);
      if (link !== undefined) dead?.({ ...link, text: text.replaceAll(/\s+/g, ' ').trim() });
    },
  };
}

/** Markdown's alignment comes as an attribute that HTML no longer has. */
const cell: sanitizeHtml.Transformer = (tagName, { align, class: _, ...attribs }) => ({
  tagName,
  attribs: align === 'center' || align === 'right' ? { ...attribs, class: `align-${align}` } : attribs,
});

/** Without attributes, so that the tag is the same everywhere and can be wrapped. */
const table: sanitizeHtml.Transformer = (tagName) => ({ tagName, attribs: {} });

/** A picture of the text's own files stays; of any other, whatever HTML it came by, the alternative text. */
function picture(sources: ReadonlySet<string>): sanitizeHtml.Transformer {
  return (tagName, attribs) =>
    attribs.src !== undefined && sources.has(attribs.src)
      ? { tagName, attribs }
      : { tagName: 'span', attribs: {}, text: attribs.alt ?? '' };
}

/** Tags that have no end need no slash; in clean HTML a `>` can only end a tag. */
function withoutSlashes(html: string): string {
  return html.replaceAll(' />', '>');
}
