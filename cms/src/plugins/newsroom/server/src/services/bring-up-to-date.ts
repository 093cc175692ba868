import { directoryNames, directoryTypes } from '@newsroom/shared/directory';
import { feedVersion } from '@newsroom/shared/feed';
import { isLanguage, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { type DocumentType, documentTypes, uidOf } from '../documents/act';
import { makeMissingVersions } from '../documents/complete-languages';
import { inPublishTransaction } from '../documents/publish-lock';

/**
 * Brings documents of another time to what is expected of them: a language may have been added to the site, and a
 * database may be older than the contract. What is right already is left alone.
 */
export async function bringUpToDate(strapi: Core.Strapi): Promise<void> {
  for (const type of directoryTypes) {
    for (const documentId of await documentsOf(strapi, type)) {
      await inPublishTransaction(strapi, async () => {
        await ensureSourceLanguage(strapi, type, documentId);
        await makeMissingVersions(strapi, type, documentId);
      });
    }
  }
  await writeLogAgain(strapi);
}

async function documentsOf(strapi: Core.Strapi, type: DocumentType): Promise<string[]> {
  const rows = await strapi.db.query(uidOf(type)).findMany({ select: ['documentId'], orderBy: { id: 'asc' } });
  return [...new Set(rows.map((row) => row.documentId as string))];
}

/** The source language of an entry that has none, or one that is no longer the site's: the first with a name. */
async function ensureSourceLanguage(
  strapi: Core.Strapi,
  type: (typeof directoryTypes)[number],
  documentId: string,
): Promise<void> {
  const rows = strapi.db.query(uidOf(type));
  const versions = await rows.findMany({ where: { documentId } });
  if (versions.every(({ sourceLanguage }) => isLanguage(sourceLanguage))) return;
  const sourceLanguage =
    languages.find((language) => versions.some((row) => row.locale === language && row[directoryNames[type]])) ??
    versions.find(({ locale }) => isLanguage(locale))?.locale;
  if (sourceLanguage === undefined) return;
  await rows.updateMany({ where: { documentId }, data: { sourceLanguage } });
}

/** Writes what is published into the log in the shape of today's contract, once for each of its versions. */
async function writeLogAgain(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  if ((await store.get({ key: 'contract' })) === feedVersion) return;
  const changes = strapi.plugin('newsroom').service('changes');
  for (const type of documentTypes) {
    await fillDefaults(strapi, type);
    for (const documentId of await documentsOf(strapi, type)) {
      await inPublishTransaction(strapi, () => changes.record(type, documentId, 'contract', languages)).catch((error: Error) =>
        strapi.log.error(`${type} ${documentId} stays in the log as it was: ${error.message}`),
      );
    }
  }
  await store.set({ key: 'contract', value: feedVersion });
}

/** A field that came later is empty in rows that were there before; where it is required, its default is meant. */
async function fillDefaults(strapi: Core.Strapi, type: DocumentType): Promise<void> {
  const { attributes } = strapi.contentType(uidOf(type));
  for (const [field, attribute] of Object.entries(attributes)) {
    if (!('default' in attribute) || !attribute.required) continue;
    await strapi.db.query(uidOf(type)).updateMany({ where: { [field]: { $null: true } }, data: { [field]: attribute.default } });
  }
}
