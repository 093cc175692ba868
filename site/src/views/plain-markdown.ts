import { Marked, type RendererObject } from 'marked';
import { headingLevel } from './heading-level.ts';
import type { TextPlace } from './markdown.ts';

/**
 * The HTML of a text in which nothing has to be cleaned away. Without a `<` and a `&` there are no tags and no characters
 * by number in it, so that all tags in its HTML are those that `marked` writes. Nearly all texts are so, and to read
 * their HTML again, as `sanitize-html` does, takes longer than to make it.
 *
 * @returns what `cleanMarkdown` gives; undefined where a text has more than words, headings, lists and links
 */
export function plainMarkdown(markdown: string, place: TextPlace): string | undefined {
  if (/[<&]/.test(markdown)) return undefined;
  text = { ...place, heading: place.topHeading - 1 };
  try {
    return marked.parse(markdown, { async: false }).trim();
  } catch (error) {
    if (error instanceof NotPlain || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** There is more to a text than is done here. */
class NotPlain extends Error {}

/** The text that is drawn: where it stands, and the level of the heading before. One is drawn after the other. */
let text: TextPlace & { heading: number };

const renderer: RendererObject = {
  code: refuse,
  html: refuse,
  image: refuse,
  table: refuse,
  checkbox: refuse,
  heading({ tokens, depth, text: words }) {
    if (words.trim() === '') return '';
    text.heading = headingLevel(text.heading, depth, text.topHeading);
    return `<h${text.heading}>${this.parser.parseInline(tokens)}</h${text.heading}>\n`;
  },
  link({ href, title, tokens }) {
    const words = this.parser.parseInline(tokens);
    const target = text.links(addressOf(href));
    if (target.kind === 'dead') return `<span>${words}</span>`;
    const { href: address = refuse() } = target;
    if (!plainAddress.test(address)) refuse();
    const rel = /^https?:/.test(address) ? ' rel="noopener"' : '';
    return `<a href="${address}"${title ? ` title="${escapeText(title).replaceAll('"', '&quot;')}"` : ''}${rel}>${words}</a>`;
  },
  codespan: ({ text: words }) => `<code>${escapeText(words)}</code>`,
  text(token) {
    return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escapeText(token.text);
  },
};

const marked = new Marked({ gfm: true, renderer });

/** Addresses that can be trusted, and in which nothing has to be escaped. */
const plainAddress = /^(?:https?:|mailto:|tel:|\/(?!\/)|#)[^<>&"]*$/;

function refuse(): never {
  throw new NotPlain();
}

/** As `marked` writes it. */
function addressOf(href: string): string {
  try {
    return encodeURI(href).replaceAll('%25', '%') || refuse();
  } catch {
    return refuse();
  }
}

/** In a text without a `<` and a `&`, that is all that has to be escaped. */
function escapeText(words: string): string {
  return words.replaceAll('>', '&gt;');
}
