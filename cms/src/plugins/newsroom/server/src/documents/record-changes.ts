import { AsyncLocalStorage } from 'node:async_hooks';
import { languages } from '@newsroom/shared/languages';
import type { Recorded } from '../services/changes';
import { type Act, askedLanguages, type DocumentRule } from './act';
import { savesDraftOnly } from './publish-lock';
import { redirectMoves } from './redirect-moves';

/** Set while acts are done that belong to another, which records what came of all of them. */
export const partOfAnotherAct = new AsyncLocalStorage<true>();

/** After every act that can change what is published, writes into the change log what is published differently. */
export const recordChanges: DocumentRule = async (act, next) => {
  const draftOnly = savesDraftOnly(act);
  const result = await next();
  const documentId = result?.documentId ?? act.params.documentId;
  if (!draftOnly && !partOfAnotherAct.getStore() && documentId !== undefined) {
    const changes = act.strapi.plugin('newsroom').service('changes');
    const recorded: Recorded = await changes.record(act.type, documentId, act.action, publishedBy(act));
    await redirectMoves(act, recorded);
  }
  return result;
};

/** The languages whose versions an act publishes; a type without drafts is published as it is saved, in all of them. */
function publishedBy(act: Act): readonly string[] {
  if (!act.strapi.contentType(act.uid).options?.draftAndPublish) return languages;
  return act.action === 'publish' ? askedLanguages(act) : [];
}
