import type { DocumentRule } from './act';
import { savesDraftOnly } from './publish-lock';

/** After every act that can change what is published, writes into the change log what is published differently. */
export const recordChanges: DocumentRule = async (act, next) => {
  const draftOnly = savesDraftOnly(act);
  const result = await next();
  const documentId = result?.documentId ?? act.params.documentId;
  if (!draftOnly && documentId !== undefined) {
    await act.strapi.plugin('newsroom').service('changes').record(act.type, documentId, act.action);
  }
  return result;
};
