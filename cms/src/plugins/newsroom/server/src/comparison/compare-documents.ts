import { setImmediate as breathe } from 'node:timers/promises';
import { canonicalJson } from '@newsroom/shared/canonical-json';
import { isLanguage, type Language } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { type DocumentType, uidOf } from '../documents/act';
import { inPublishTransaction } from '../documents/publish-lock';
import { changeModel, noLanguage } from '../models/change';
import type { ChangeKey } from '../services/changes';
import { shapeVersion } from '../services/contract-data';
import { filesOfVersion } from '../services/files-of-version';
import { languageOf, type PublishedRow, readRows, type VersionData } from '../services/published';
import { wordsFor } from '../words/refuse';
import { asPublished } from './as-published';
import type { Found } from './found';
import { namesInPortions } from './names-in-portions';
import { unreadFiles } from './unread-files';

/** How many documents are looked at in one go: editors wait no longer than these take. */
const portion = 25;

/**
 * Compares what is published of a type's documents with the log, and appends what differs. Looking takes no lock;
 * only a document that seems to differ is read again under it.
 */
export async function compareDocuments(
  strapi: Core.Strapi,
  type: DocumentType,
  found: Found,
  signal: AbortSignal,
): Promise<void> {
  for await (const documents of inContent(strapi, type)) {
    if (signal.aborted) return;
    for (const document of await differing(strapi, type, documents)) await repair(strapi, type, document, found);
    found.compared += documents.length;
    await breathe();
  }
  for await (const documents of inLog(strapi, type)) {
    if (signal.aborted) return;
    const there = await strapi.db.query(uidOf(type)).findMany({
      where: { documentId: { $in: documents }, publishedAt: { $notNull: true } },
      select: ['documentId'],
    });
    const gone = documents.filter((document) => !there.some(({ documentId }) => documentId === document));
    const states: Map<string, string | null> = await strapi.plugin('newsroom').service('changes').newestOf(type, gone);
    const shown = gone.filter((document) => [...states].some(([key, data]) => key.startsWith(`${document} `) && data !== null));
    for (const document of shown) await repair(strapi, type, document, found);
    await breathe();
  }
}

/** The documents of which something is published. */
function inContent(strapi: Core.Strapi, type: DocumentType): AsyncGenerator<string[]> {
  const table = strapi.db.metadata.get(uidOf(type)).tableName;
  return namesInPortions(strapi, { table, column: 'document_id', choose: (rows) => rows.whereNotNull('published_at'), portion });
}

/** The documents that the log knows. */
function inLog(strapi: Core.Strapi, type: DocumentType): AsyncGenerator<string[]> {
  const choose = (rows: ReturnType<Core.Strapi['db']['connection']>) => rows.where({ type });
  return namesInPortions(strapi, { table: changeModel.tableName, column: 'document', choose, portion: 100 });
}

/** Those of the documents whose versions seem to be others than the log has; their files are not looked at. */
async function differing(strapi: Core.Strapi, type: DocumentType, documents: string[]): Promise<string[]> {
  const rows = await readRows(strapi, type, { documentId: { $in: documents }, publishedAt: { $notNull: true } });
  const states: Map<string, string | null> = await strapi.plugin('newsroom').service('changes').newestOf(type, documents);
  const unseen = new Set([...states].flatMap(([key, data]) => (data === null || !isOurs(key) ? [] : [key])));
  const different = new Set<string>();
  for (const row of rows) {
    const language = languageOf(type, row);
    if (language === undefined) continue;
    const key = `${row.documentId} ${language ?? noLanguage}`;
    const logged = states.get(key) ?? null;
    const shaped = shapeVersion(type, language, row, unreadFiles(row), wordsFor(strapi));
    const same =
      logged !== null && shaped.kind === 'data' && canonicalJson(asPublished(JSON.parse(logged), shaped.data)) === logged;
    if (!same) different.add(row.documentId);
    unseen.delete(key);
  }
  for (const key of unseen) different.add(key.split(' ')[0] ?? '');
  return [...different];
}

/** Whether a key of the log is in a language of the site, or in none. */
function isOurs(key: string): boolean {
  const language = key.split(' ')[1] ?? '';
  return language === noLanguage || isLanguage(language);
}

/** Reads a document again, under the lock of publications, and appends what the log should have. */
async function repair(strapi: Core.Strapi, type: DocumentType, document: string, found: Found): Promise<void> {
  const changes = strapi.plugin('newsroom').service('changes');
  const mended: Found['mended'] = [];
  const broken: Found['broken'] = [];
  await inPublishTransaction(strapi, async () => {
    const states: Map<string, string | null> = await changes.newestOf(type, [document]);
    const gone = new Set([...states].flatMap(([key, data]) => (data === null || !isOurs(key) ? [] : [key.split(' ')[1] ?? ''])));
    const keyOf = (language: string): ChangeKey => ({
      type,
      document,
      language: language === noLanguage ? null : (language as Language),
    });
    const append = async (key: ChangeKey, data: VersionData | null) => {
      if (await changes.append(key, 'repair', data))
        mended.push({ type, id: document, language: key.language, went: data === null });
    };
    for (const row of await readRows(strapi, type, { documentId: document, publishedAt: { $notNull: true } })) {
      const language = languageOf(type, row);
      if (language === undefined) continue;
      gone.delete(language ?? noLanguage);
      const current = await read(strapi, type, language, row);
      if (typeof current === 'string') {
        broken.push({ type, id: document, language, why: current });
        continue;
      }
      const logged = states.get(`${document} ${language ?? noLanguage}`) ?? null;
      await append(keyOf(language ?? noLanguage), logged === null ? current : asPublished(JSON.parse(logged), current));
    }
    for (const language of gone) await append(keyOf(language), null);
  });
  found.mended.push(...mended); // after the commit: what was undone was not mended
  found.broken.push(...broken);
}

/** A version as it would be published, or why it cannot be. */
async function read(
  strapi: Core.Strapi,
  type: DocumentType,
  language: Language | null,
  row: PublishedRow,
): Promise<VersionData | string> {
  const shaped = shapeVersion(type, language, row, await filesOfVersion(strapi, row), wordsFor(strapi));
  return shaped.kind === 'data' ? shaped.data : shaped.faults.map(({ message }) => message).join(' ');
}
