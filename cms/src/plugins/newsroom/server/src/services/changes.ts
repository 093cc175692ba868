import { canonicalJson, type Json } from '@newsroom/shared/canonical-json';
import type { FeedType } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import type { DocumentType } from '../documents/act';
import { changeModel } from '../models/change';
import { readPublished } from './published';

/** One key of the change log: what a row, and every later row with the same key, is about. */
export interface ChangeKey {
  type: FeedType;
  document: string;
  language: Language;
}

/** The change log. Every write joins the transaction that is open around it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const log = () => strapi.db.query(changeModel.uid);

  /** Appends a row if the given state differs from the newest one logged for its key; null: it went. */
  async function append(key: ChangeKey, act: string, data: Json | null): Promise<void> {
    const newest = await log().findOne({ where: { ...key }, orderBy: { id: 'desc' } });
    const before: string | null = newest?.data ?? null;
    const after = data === null ? null : canonicalJson(data);
    if (after !== before) await log().create({ data: { ...key, act, data: after, at: new Date() } });
  }

  return {
    append,

    /**
     * Compares a document's published versions with the log and appends what differs: the act itself does not
     * matter, so an act that nobody thought of is recorded as well as `publish`.
     */
    async record(type: DocumentType, documentId: string, act: string): Promise<void> {
      const published = await readPublished(strapi, type, documentId);
      for (const language of languages) {
        await append({ type, document: documentId, language }, act, published.get(language) ?? null);
      }
    },

    /** The newest seq; 0 while nothing was ever published. */
    async head(): Promise<number> {
      const newest = await log().findOne({ orderBy: { id: 'desc' }, select: ['id'] });
      return newest?.id ?? 0;
    },
  };
};
