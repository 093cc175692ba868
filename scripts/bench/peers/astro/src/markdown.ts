import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const marked = new Marked({ gfm: true, async: false });
const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'pre', 'br'],
    ...['a', 'abbr', 'b', 'cite', 'code', 'del', 'em', 'i', 'ins', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup'],
    ...['figure', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    '*': ['lang'],
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'loading'],
    ol: ['start'],
    th: ['colspan'],
    td: ['colspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h2',
    a: (tagName, { href = '', ...attribs }) => ({
      tagName,
      attribs: { href, ...attribs, ...(/^https?:/.test(href) ? { rel: 'noopener' } : {}) },
    }),
  },
};

/** Markdown as HTML without anything that could harm readers. */
export function renderMarkdown(markdown: string): string {
  return sanitizeHtml(marked.parse(markdown) as string, options);
}
