import { refuseBrokenDrafts as refuseBroken } from '../services/published';
import { askedLanguages, type DocumentRule } from './act';

/** A draft may be as it likes until it is to be published. */
export const refuseBrokenDrafts: DocumentRule = async (act, next) => {
  const { strapi, type, action, params } = act;
  if (action === 'publish' && params.documentId !== undefined) {
    await refuseBroken(strapi, type, params.documentId, askedLanguages(act));
  }
  return next();
};
