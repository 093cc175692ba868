import { hasLanguages } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { DocumentStanding } from '@newsroom/shared/standing';
import type { Core } from '@strapi/strapi';
import { type LoggedState, shownState } from '../desk/shown-version';
import { type DeskKnowledge, standingOf } from '../desk/standing-of';
import { type DocumentType, documentTypes, uidOf } from '../documents/act';
import { publicPath } from '../documents/public-paths';
import { changeModel, noLanguage } from '../models/change';
import type { Versions } from './published';

interface LogRow {
  id: number;
  language: string;
  at: string | number | Date;
  published: number | boolean;
}

interface VersionRow {
  locale: string | null;
  publishedAt: string | Date | null;
  updatedAt: string | Date;
}

/** What stands above a release, as the log has it. */
type Notice = { kind: string } | null | undefined;

/** Where documents stand on their way to readers. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** The states of a document's versions, newest first, by language. */
  async function logged(type: DocumentType, document: string): Promise<Map<Language | null, LoggedState[]>> {
    const rows: LogRow[] = await strapi.db
      .connection(changeModel.tableName)
      .where({ type, document })
      .orderBy('id', 'desc')
      .select('id', 'language', 'at', strapi.db.connection.raw('data is not null as published'));
    const states = Map.groupBy(rows, ({ language }) => (language === noLanguage ? null : (language as Language)));
    return new Map(
      [...states].map(([language, of]) => [
        language,
        of.map(({ id, at, published }) => ({ seq: id, at: new Date(at).toISOString(), published: Boolean(published) })),
      ]),
    );
  }

  /** The versions as they were at the given seqs, by language. */
  async function dataAt(seqs: number[]): Promise<Versions> {
    const rows = await strapi.db.query(changeModel.uid).findMany({ where: { id: { $in: seqs } }, select: ['language', 'data'] });
    return new Map(rows.map(({ language, data }) => [language === noLanguage ? null : language, JSON.parse(data)]));
  }

  /** By language: whether there is a draft, and whether it was changed after its publication. */
  async function drafts(type: DocumentType, documentId: string): Promise<Map<string | null, { editedSince: boolean }>> {
    if (!strapi.contentType(uidOf(type)).options?.draftAndPublish) return new Map();
    const select = ['locale', 'publishedAt', 'updatedAt'];
    const rows: VersionRow[] = await strapi.db.query(uidOf(type)).findMany({ where: { documentId }, select });
    const isDraft = ({ publishedAt }: VersionRow) => publishedAt === null;
    return new Map(
      rows.filter(isDraft).map((draft) => {
        const published = rows.find((row) => !isDraft(row) && row.locale === draft.locale);
        const editedSince = published !== undefined && new Date(draft.updatedAt) > new Date(published.updatedAt);
        return [draft.locale, { editedSince }];
      }),
    );
  }

  return {
    /** Where all versions of a document stand; undefined for a type that is not the newsroom's. */
    async of(name: string, documentId: string): Promise<DocumentStanding | undefined> {
      const type = documentTypes.find((one) => one === name);
      if (type === undefined) return undefined;
      const desk: DeskKnowledge = await strapi.plugin('newsroom').service('desk').knowledge();
      const keys = (hasLanguages(type) ? languages : [null]).map((language) => ({ type, id: documentId, language }));
      const [states, written] = [await logged(type, documentId), await drafts(type, documentId)];
      const last = desk.observations.at(-1);
      const shown = keys
        .map((key) => last && shownState(last, key, desk.epoch, states.get(key.language) ?? []))
        .filter((state): state is LoggedState => typeof state === 'object' && state.published);
      const readers = await dataAt(shown.map(({ seq }) => seq));
      const site: string = strapi.plugin('newsroom').config('desk.site');
      const warnings = desk.runs.find(({ report }) => report.state.kind === 'deployed')?.report.warnings ?? [];
      return {
        versions: keys.map((key) => {
          const { language } = key;
          const path = language === null ? undefined : publicPath(type, language, readers);
          const version = {
            key,
            rows: states.get(language) ?? [],
            hasDraft: written.has(language),
            address: path === undefined ? null : new URL(path, site).href,
            withdrawn: (readers.get(language)?.notice as Notice)?.kind === 'withdrawn',
          };
          return {
            language,
            standing: standingOf(version, desk),
            editedSince: written.get(language)?.editedSince ?? false,
            warnings: warnings
              .filter((one) => one.type === type && one.id === documentId && one.language === language)
              .map(({ fault }) => fault),
          };
        }),
      };
    },
  };
};
