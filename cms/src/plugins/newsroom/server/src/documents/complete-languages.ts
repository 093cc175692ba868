import { directoryNames, isDirectoryType } from '@newsroom/shared/directory';
import { defaultLanguage, isLanguage, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { refuse, wordsFor } from '../words/refuse';
import { type Act, type DocumentRule, type DocumentType, uidOf } from './act';
import { partOfAnotherAct } from './record-changes';

/**
 * A document of the directory has a version in every language of the site from its creation, so that a release in any
 * language can name it. Texts that nobody translated yet are empty; readers get those of the source language.
 */
export const completeLanguages: DocumentRule = async (act, next) => {
  const { strapi, type, action, params } = act;
  if (!isDirectoryType(type) || (action !== 'create' && action !== 'clone')) return next();

  if (action === 'create') {
    const sourceLanguage = String(params.locale ?? defaultLanguage);
    if (!isLanguage(sourceLanguage)) refuse(wordsFor(strapi).languageUnknown(sourceLanguage));
    params.data = { ...params.data, sourceLanguage };
  } else {
    await beginInNamedLanguage(act);
  }
  const result = await next();
  if (result !== null) await partOfAnotherAct.run(true, () => makeMissingVersions(strapi, type, result.documentId));
  return result;
};

/** Strapi duplicates one language version. It becomes the source of the duplicate, so it must be one with a name. */
async function beginInNamedLanguage({ strapi, type, uid, params }: Act): Promise<void> {
  if (!isDirectoryType(type) || params.locale === '*') return;
  const asked = String(params.locale ?? defaultLanguage);
  const versions: Record<string, unknown>[] = await strapi.db.query(uid).findMany({ where: { documentId: params.documentId } });
  const name = directoryNames[type];
  const named = params.data?.[name] || versions.find(({ locale }) => locale === asked)?.[name];
  const sourceLanguage = named ? asked : String(versions[0]?.sourceLanguage ?? asked);
  params.locale = sourceLanguage;
  params.data = { ...params.data, sourceLanguage };
}

/** Makes the versions that a document of the directory lacks. Strapi gives them the fields that all languages share. */
export async function makeMissingVersions(strapi: Core.Strapi, type: DocumentType, documentId: string): Promise<void> {
  const uid = uidOf(type);
  const there: { locale: string; sourceLanguage: string }[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId }, orderBy: { id: 'asc' } });
  const { sourceLanguage } = there[0] ?? {};
  for (const locale of languages.filter((language) => !there.some((version) => version.locale === language))) {
    await strapi.documents(uid).update({ documentId, locale, data: { sourceLanguage } as never });
  }
}
