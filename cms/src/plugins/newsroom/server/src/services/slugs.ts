import type { Language } from '@newsroom/shared/languages';
import { slugify } from '@newsroom/shared/slug';
import type { Core } from '@strapi/strapi';
import type { DocumentType } from '../documents/act';
import { freeSlug } from '../documents/free-slug';

interface Wanted {
  type: DocumentType;
  language: Language;
  /** The title or name from which it is made. */
  text: string;
  /** The document that is to have it, which may have it already; undefined while it was never saved. */
  documentId: string | undefined;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The slug that a text gives, with a number where another document has it; empty for a text without letters and digits. */
  make: ({ type, language, text, documentId }: Wanted): Promise<string> =>
    freeSlug(strapi, { type, wished: slugify(text), locale: language, documentId }),
});
