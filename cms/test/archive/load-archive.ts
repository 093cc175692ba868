import { canonicalJson, type Json } from '@newsroom/shared/canonical-json';
import { directoryNames, isDirectoryType } from '@newsroom/shared/directory';
import type { FeedData, FeedEntry, FeedType } from '@newsroom/shared/feed';
import type { Core } from '@strapi/strapi';
import { documentTypes, uidOf } from '../../src/plugins/newsroom/server/src/documents/act.ts';
import { changeModel, noLanguage } from '../../src/plugins/newsroom/server/src/models/change.ts';
import { fillMediaLibrary, type MediaLibrary } from './media-library.ts';
import { Tables } from './tables.ts';
import { addVersion, type Stage, type Surroundings } from './version-rows.ts';

/** What of metrics is sent at once. */
const metricsPortion = 5000;

type EntryOf<T extends FeedType> = FeedEntry & { type: T; data: FeedData<T> };

/**
 * Fills an empty newsroom with the entries of a feed, as if editors had published each of them: documents with drafts,
 * components, relations and files, the change log, metrics and lists. What Strapi's Document Service does with a few
 * dozen versions in a second is written in bulk, so the rules around its acts do not run; the comparison of the log
 * with the content says whether it came out the same.
 *
 * @param folder where the bytes of the files lie, each named by its digest
 */
export async function loadArchive(strapi: Core.Strapi, entries: FeedEntry[], folder: string): Promise<void> {
  const library = await fillMediaLibrary(strapi, entries, folder);
  for (const entry of ofType(entries, 'site-settings')) await saveSettings(strapi, library, entry);
  await addDocuments(strapi, library, entries);
  await addMetrics(strapi, ofType(entries, 'daily-metrics'));
  for (const { data } of ofType(entries, 'outside-list')) await strapi.plugin('newsroom').service('outside-lists').store(data);
}

function ofType<T extends FeedType>(entries: FeedEntry[], type: T): EntryOf<T>[] {
  return entries.filter((entry): entry is EntryOf<T> => entry.type === type);
}

/** Every newsroom has its settings from the beginning. */
async function saveSettings(strapi: Core.Strapi, library: MediaLibrary, entry: EntryOf<'site-settings'>): Promise<void> {
  const { logo, popular, ...fields } = entry.data;
  const { documentId } = await strapi.db.query(uidOf('site-settings')).findOne({});
  const data = {
    ...fields,
    logo: logo === null ? null : library.rowOf(logo),
  };
  await strapi.documents(uidOf('site-settings')).update({ documentId, locale: entry.language, data: data as never });
  await strapi.plugin('newsroom').service('popular-settings').save(popular, null);
}

async function addDocuments(strapi: Core.Strapi, library: MediaLibrary, entries: FeedEntry[]): Promise<void> {
  const tables = await Tables.begin(strapi);
  const documents = entries.filter(({ type }) => type !== 'site-settings' && (documentTypes as readonly string[]).includes(type));
  const rows = new Map<string, number>();
  const stages = (uid: string): Stage[] =>
    strapi.contentType(uid as never).options?.draftAndPublish ? ['draft', 'published'] : ['published'];
  for (const { type, id, language } of documents) {
    const uid = uidOf(type as never);
    for (const stage of stages(uid)) rows.set(`${uid} ${id} ${language} ${stage}`, tables.reserve(uid));
  }
  const around: Surroundings = {
    ...{ strapi, tables, library },
    rowOf: ({ uid, document, language, stage }) =>
      rows.get(`${uid} ${document} ${language} ${stage}`) ?? rows.get(`${uid} ${document} ${language} published`),
  };
  const names = sourceNames(documents);
  for (const entry of documents) {
    const uid = uidOf(entry.type as never);
    const data = withinLanguage(around, entry);
    const listedAs = isDirectoryType(entry.type) ? { listedAs: nameOf(entry) ?? names.get(`${entry.type} ${entry.id}`) } : {};
    const version = { uid, document: entry.id, language: entry.language, at: new Date(entry.at), data: { ...data, ...listedAs } };
    const kept = stages(uid);
    for (const stage of kept) addVersion(around, { ...version, stage });
    tables.add(changeModel.uid, {
      ...{ type: entry.type, document: entry.id, language: entry.language ?? noLanguage, at: version.at },
      ...{ act: kept.length > 1 ? 'publish' : 'create', data: canonicalJson(data) },
    });
  }
  await tables.write();
}

/** An entry's data without related releases that are not in its language: Strapi ties what is there. */
function withinLanguage({ rowOf }: Surroundings, { type, language, data }: FeedEntry): { readonly [field: string]: Json } {
  if (type !== 'press-release') return data;
  const uid = uidOf(type);
  const isThere = (document: string) => rowOf({ uid, document, language, stage: 'published' }) !== undefined;
  return { ...data, related: data.related.filter(isThere) };
}

/** The names of directory entries in the languages that they were entered in. @example 'event event3' // => 'Vote' */
function sourceNames(entries: FeedEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap((entry) => {
      const name = 'sourceLanguage' in entry.data && entry.data.sourceLanguage === entry.language ? nameOf(entry) : null;
      return name === null ? [] : [[`${entry.type} ${entry.id}`, name]];
    }),
  );
}

function nameOf({ type, data }: FeedEntry): string | null {
  return isDirectoryType(type) ? ((data as Record<string, string | null>)[directoryNames[type]] ?? null) : null;
}

async function addMetrics(strapi: Core.Strapi, entries: EntryOf<'daily-metrics'>[]): Promise<void> {
  const rows = entries.map(({ language, data }) => ({ ...data, language }));
  for (let start = 0; start < rows.length; start += metricsPortion)
    await strapi
      .plugin('newsroom')
      .service('metrics')
      .import({ source: 'archive', rows: rows.slice(start, start + metricsPortion) });
}
