import { filesOfVersion } from '../services/files-of-version';
import { readVersions } from '../services/published';
import { askedLanguages, type DocumentRule } from './act';

/**
 * Reads and keeps the bytes of the files that a publication names before its transaction begins: while that is
 * open, everybody else who publishes waits, and on SQLite everybody.
 */
export const keepOriginals: DocumentRule = async (act, next) => {
  const { strapi, type, action, params } = act;
  if (action === 'publish' && params.documentId !== undefined) {
    const drafts = { publishedAt: { $null: true }, locale: { $in: askedLanguages(act) } };
    for (const row of await readVersions(strapi, type, params.documentId, drafts)) await filesOfVersion(strapi, row);
  }
  return next();
};
