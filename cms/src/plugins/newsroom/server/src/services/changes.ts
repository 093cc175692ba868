import { canonicalJson, type Json } from '@newsroom/shared/canonical-json';
import { type FeedType, hasLanguages } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import type { DocumentType } from '../documents/act';
import { changeModel, noLanguage } from '../models/change';
import { inPortions } from './portions';
import { readPublished, type Versions } from './published';

/** One key of the change log: what a row, and every later row with the same key, is about. */
export interface ChangeKey {
  type: FeedType;
  document: string;
  /** Null for types without language versions. */
  language: Language | null;
}

/** What was published of a document before and after an act. */
export interface Recorded {
  before: Versions;
  after: Versions;
}

/** By transaction, when the last act in it will be recorded. */
const turns = new WeakMap<object, Promise<unknown>>();

/** The change log. Every write joins the transaction that is open around it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const log = () => strapi.db.query(changeModel.uid);
  const row = ({ type, document, language }: ChangeKey) => ({ type, document, language: language ?? noLanguage });

  async function newest(key: ChangeKey): Promise<string | null> {
    const found = await log().findOne({ where: row(key), orderBy: { id: 'desc' }, select: ['data'] });
    return found?.data ?? null;
  }

  /** The newest states of documents of one type, by document and language. @example 'abc kk' */
  async function newestOf(type: FeedType, documents: readonly string[]): Promise<Map<string, string | null>> {
    const rows: { document: string; language: string; data: string | null }[] = await strapi.db.transaction(async ({ trx }) =>
      trx(changeModel.tableName)
        .whereIn(
          'id',
          trx(changeModel.tableName)
            .where({ type })
            .whereIn('document', [...new Set(documents)])
            .groupBy('document', 'language')
            .max('id'),
        )
        .select('document', 'language', 'data'),
    );
    return new Map(rows.map(({ document, language, data }) => [`${document} ${language}`, data]));
  }

  async function write(key: ChangeKey, act: string, before: string | null, data: Json | null): Promise<boolean> {
    const after = data === null ? null : canonicalJson(data);
    if (after === before) return false;
    await log().create({ data: { ...row(key), act, data: after, at: new Date() } });
    return true;
  }

  /** Strapi does bulk acts at once in one transaction: they are recorded one after the other, or a change is written twice. */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    return await strapi.db.transaction(async ({ trx }) => {
      const turn = (turns.get(trx) ?? Promise.resolve()).catch(() => undefined).then(work);
      turns.set(trx, turn);
      return await turn;
    });
  }

  return {
    newestOf,

    /** The documents of a type of which something is published. */
    async documentsOf(type: FeedType): Promise<string[]> {
      const rows = await log().findMany({ where: { type }, select: ['document'] });
      const documents = [...new Set(rows.map(({ document }) => document as string))];
      const states = await newestOf(type, documents);
      return documents.filter((document) => [...states].some(([key, data]) => key.startsWith(`${document} `) && data !== null));
    },

    /** Appends a row if the given state differs from the newest one logged for its key; null: it went. Whether it did. */
    async append(key: ChangeKey, act: string, data: Json | null): Promise<boolean> {
      return write(key, act, await newest(key), data);
    },

    /** As `append`, for many keys of one type at a time. */
    async appendAll(states: { key: ChangeKey; data: Json | null }[], act: string): Promise<void> {
      for (const some of inPortions(states)) {
        const documents = some.map(({ key }) => key.document);
        const before = some[0] === undefined ? new Map() : await newestOf(some[0].key.type, documents);
        const rows = some
          .map(({ key, data }) => ({ ...row(key), act, data: data === null ? null : canonicalJson(data), at: new Date() }))
          .filter((one) => one.data !== (before.get(`${one.document} ${one.language}`) ?? null));
        if (rows.length > 0) await log().createMany({ data: rows });
      }
    },

    /**
     * Compares a document's published versions with the log and appends what differs: the act itself does not
     * matter, so an act that nobody thought of is recorded as well as `publish`.
     *
     * @param asked the languages whose versions the act published; the others stay as they were published
     */
    record(type: DocumentType, document: string, act: string, asked: readonly string[]): Promise<Recorded> {
      return inTurn(async () => {
        const keys = (hasLanguages(type) ? languages : [null]).map((language) => ({ type, document, language }));
        const logged = new Map<Language | null, string | null>();
        for (const key of keys) logged.set(key.language, await newest(key));
        const before: Versions = new Map(
          [...logged].flatMap(([language, data]) => (data === null ? [] : [[language, JSON.parse(data)]])),
        );
        const after = await readPublished({ strapi, type, documentId: document, asked, before });
        for (const key of keys) await write(key, act, logged.get(key.language) ?? null, after.get(key.language) ?? null);
        return { before, after };
      });
    },

    /** The newest seq; 0 while nothing was ever published. */
    async head(): Promise<number> {
      const newestRow = await log().findOne({ orderBy: { id: 'desc' }, select: ['id'] });
      return newestRow?.id ?? 0;
    },
  };
};
