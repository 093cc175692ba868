import { directoryNames, directoryTypes } from '@newsroom/shared/directory';
import { languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { type DocumentType, documentTypes, uidOf } from '../documents/act';
import { makeMissingVersions } from '../documents/complete-languages';
import { nameVersions } from '../documents/name-for-editors';
import { inPublishTransaction } from '../documents/publish-lock';

/** Grows when the contract wants the data of what is published in another shape. */
const dataVersion = 2;

/**
 * Brings documents of another time to what is expected of them: a language may have been added to the site, and a
 * database may be older than the contract. What is right already is left alone; what cannot be brought is named in the
 * log of the server, and stays as it was.
 */
export async function bringUpToDate(strapi: Core.Strapi): Promise<void> {
  for (const type of directoryTypes) {
    await forEachDocument(strapi, type, async (documentId) => {
      await ensureSourceLanguage(strapi, type, documentId);
      await makeMissingVersions(strapi, type, documentId);
      await nameVersions(strapi, type, documentId);
    });
  }
  await writeLogAgain(strapi);
}

/** Whether the work was done on all of a type's documents. */
async function forEachDocument(
  strapi: Core.Strapi,
  type: DocumentType,
  work: (documentId: string) => Promise<unknown>,
): Promise<boolean> {
  let all = true;
  for (const documentId of await documentsOf(strapi, type)) {
    await inPublishTransaction(strapi, () => work(documentId)).catch((error: Error) => {
      all = false;
      strapi.log.error(`${type} ${documentId} was not brought up to date: ${error.message}`);
    });
  }
  return all;
}

async function documentsOf(strapi: Core.Strapi, type: DocumentType): Promise<string[]> {
  const rows = await strapi.db.query(uidOf(type)).findMany({ select: ['documentId'], orderBy: { id: 'asc' } });
  return [...new Set(rows.map((row) => row.documentId as string))];
}

/** An entry whose source language is unknown, or has no name in it, gets the first language in which it has one. */
async function ensureSourceLanguage(
  strapi: Core.Strapi,
  type: (typeof directoryTypes)[number],
  documentId: string,
): Promise<void> {
  const rows = strapi.db.query(uidOf(type));
  const versions = await rows.findMany({ where: { documentId } });
  const named = languages.filter((language) => versions.some((row) => row.locale === language && row[directoryNames[type]]));
  const [sourceLanguage] = named;
  if (sourceLanguage === undefined || versions.every((row) => named.includes(row.sourceLanguage))) return;
  await rows.updateMany({ where: { documentId }, data: { sourceLanguage } });
}

/**
 * Writes what is published into the log in the shape of today's contract, once for each of its versions. Where a
 * document fails, the next start tries again: what is in the log already is not written twice.
 */
async function writeLogAgain(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  if ((await store.get({ key: 'contract' })) === dataVersion) return;
  const changes = strapi.plugin('newsroom').service('changes');
  let all = true;
  for (const type of documentTypes) {
    await fillDefaults(strapi, type);
    const done = await forEachDocument(strapi, type, (documentId) => changes.record(type, documentId, 'contract', languages));
    all &&= done;
  }
  if (all) await store.set({ key: 'contract', value: dataVersion });
}

/** A field that came later is empty in rows that were there before; where it is required, its default is meant. */
async function fillDefaults(strapi: Core.Strapi, type: DocumentType): Promise<void> {
  const { attributes } = strapi.contentType(uidOf(type));
  for (const [field, attribute] of Object.entries(attributes)) {
    if (!('default' in attribute) || !attribute.required) continue;
    await strapi.db.query(uidOf(type)).updateMany({ where: { [field]: { $null: true } }, data: { [field]: attribute.default } });
  }
}
