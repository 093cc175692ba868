import type { DocumentRule } from './act';

/** After every act, writes into the change log what of the document is published differently than before. */
export const recordChanges: DocumentRule = async ({ strapi, type, action, params }, next) => {
  const result = await next();
  const documentId = result?.documentId ?? params.documentId;
  if (documentId !== undefined) await strapi.plugin('newsroom').service('changes').record(type, documentId, action);
  return result;
};
