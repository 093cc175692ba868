import { type DirectoryType, directoryNames, isDirectoryType } from '@newsroom/shared/directory';
import type { Core } from '@strapi/strapi';
import { type DocumentRule, uidOf } from './act';

/**
 * Strapi's lists and pickers name a document by one field of one language version, which in the directory may have no
 * name yet. So every version bears the name by which editors find it: its own, or the one in the source language.
 */
export const nameForEditors: DocumentRule = async ({ strapi, type, action }, next) => {
  const result = await next();
  if (result !== null && isDirectoryType(type) && action !== 'delete') await nameVersions(strapi, type, result.documentId);
  return result;
};

/** Gives every version of a directory entry the name by which editors find it. */
export async function nameVersions(strapi: Core.Strapi, type: DirectoryType, documentId: string): Promise<void> {
  const uid = uidOf(type);
  const name = directoryNames[type];
  const versions: Record<string, string | null>[] = await strapi.db.query(uid).findMany({ where: { documentId } });
  const source = versions.find(({ locale, sourceLanguage }) => locale === sourceLanguage);
  for (const version of versions) {
    const listedAs = version[name] || source?.[name] || null;
    if (version.listedAs !== listedAs) await strapi.db.query(uid).update({ where: { id: version.id }, data: { listedAs } });
  }
}
