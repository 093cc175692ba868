import type { Language } from '@newsroom/shared/languages';
import { type MediaFile, mediaReference } from '@newsroom/shared/media';
import type { RendererObject, Tokens } from 'marked';
import { isPicture } from '../content/media-uses.ts';
import { fileHref, kindAndSize } from './attachment.ts';
import { escapeHtml } from './escape-html.ts';
import { shownPicture, textWidth } from './picture.ts';

/** How the files that a text names come to stand in it, and which addresses they may have. */
export interface EmbeddedMedia {
  renderer: RendererObject;
  /** The addresses of pictures that were put in: no other picture is let through. */
  sources: ReadonlySet<string>;
}

/**
 * Pictures of the text's own files are shown, with a paragraph of their own as a figure; a link to a file says what
 * kind it is and how large. What names a file that the text does not have becomes its own text.
 */
export function embeddedMedia(files: readonly MediaFile[], language: Language): EmbeddedMedia {
  const byReference = new Map(files.map((file) => [mediaReference(file.sha256), file]));
  const sources = new Set<string>();

  const renderer: RendererObject = {
    image({ href, text }) {
      const file = byReference.get(href);
      if (file === undefined || !isPicture(file)) return false;
      const { src, srcset, sizes, width, height } = shownPicture(file, text, textWidth);
      sources.add(src);
      return `<img src="${src}" srcset="${srcset}" sizes="${sizes}" width="${width}" height="${height}" alt="${escapeHtml(text)}" loading="lazy" decoding="async">`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const file = byReference.get(href);
      if (file !== undefined) return `<a href="${fileHref(file)}">${text}</a> (${escapeHtml(kindAndSize(file, language))})`;
      return href.startsWith(mediaReference('')) ? text : false;
    },
    paragraph({ tokens }) {
      const [only, ...more] = tokens;
      if (only?.type !== 'image' || more.length > 0) return false;
      const picture = byReference.get((only as Tokens.Image).href);
      if (picture === undefined || !isPicture(picture)) return false;
      return `<figure>${this.parser.parseInline(tokens)}</figure>\n`;
    },
  };
  return { renderer, sources };
}
