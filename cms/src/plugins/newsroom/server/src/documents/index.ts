import type { Core } from '@strapi/strapi';
import { type Act, type ActParams, type ActResult, type DocumentRule, typeOf, writingActions } from './act';
import { beginDuplicate } from './begin-duplicate';
import { carryRelations } from './carry-relations';
import { carrySharedFields } from './carry-shared-fields';
import { fillSlug } from './fill-slug';
import { fixAddress } from './fix-address';
import { publishThroughOneDoor } from './publish-through-one-door';
import { recordChanges } from './record-changes';
import { refuseDeletionInUse } from './refuse-deletion-in-use';
import { refuseTakenSlug } from './refuse-taken-slug';
import { inOneTransaction } from './transaction';

/** What happens around every act on a document of the newsroom, from the outside in. */
const rules: DocumentRule[] = [
  inOneTransaction, // all of it happens, or nothing
  recordChanges, // what is published after the act goes into the change log
  publishThroughOneDoor, // "create and publish" becomes create, then publish
  refuseDeletionInUse, // what something points to stays
  refuseTakenSlug, // no two published documents under one address
  beginDuplicate, // a duplicate has an address of its own
  carryRelations, // relations are the document's, not the language version's
  fillSlug, // an empty slug is made from the title
  fixAddress, // the first publication fixes what the address is made of
  carrySharedFields, // a publication reaches the shared fields of all published languages
];

/** Puts the newsroom's rules around Strapi's Document Service. */
export function watchDocuments(strapi: Core.Strapi) {
  strapi.documents.use((context, next) => {
    const type = typeOf(context.uid);
    if (type === undefined || !writingActions.includes(context.action)) return next();
    const act: Act = { strapi, type, uid: context.uid, action: context.action, params: context.params as ActParams };
    const run = rules.reduceRight<() => Promise<ActResult | null>>(
      (inner, rule) => () => rule(act, inner),
      next as () => Promise<ActResult | null>,
    );
    return run() as ReturnType<typeof next>; // a rule gives back what Strapi gave it
  });
}
