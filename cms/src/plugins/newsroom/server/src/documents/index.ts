import type { Core } from '@strapi/strapi';
import { type Act, type ActParams, type ActResult, type DocumentRule, typeOf, writingActions } from './act';
import { beginDuplicate } from './begin-duplicate';
import { carryRelations } from './carry-relations';
import { carrySharedFields } from './carry-shared-fields';
import { completeLanguages } from './complete-languages';
import { fillSlug } from './fill-slug';
import { fixAddress } from './fix-address';
import { keepLanguageVersions } from './keep-language-versions';
import { keepOriginals } from './keep-originals';
import { keepPlainAddresses, signAddressesForForms } from './keep-plain-addresses';
import { keepPopularSettings } from './keep-popular-settings';
import { nameForEditors } from './name-for-editors';
import { publishThroughOneDoor } from './publish-through-one-door';
import { recordChanges } from './record-changes';
import { refuseBrokenDrafts } from './refuse-broken-drafts';
import { refuseCircularRedirect } from './refuse-circular-redirect';
import { refuseDeletionInUse } from './refuse-deletion-in-use';
import { refuseTakenSlug } from './refuse-taken-slug';
import { refuseTranslationsInSilence } from './refuse-translations-in-silence';
import { refuseTwinAccreditation } from './refuse-twin-accreditation';
import { inOneTransaction } from './transaction';

/** What happens around every act on a document of the newsroom, from the outside in. */
const rules: DocumentRule[] = [
  keepOriginals, // the bytes of published files are kept
  inOneTransaction, // all of it happens, or nothing
  recordChanges, // what is published after the act goes into the change log
  publishThroughOneDoor, // "create and publish" becomes create, then publish
  refuseDeletionInUse, // what something points to stays
  keepPopularSettings, // the popular list's settings are changed on their own page alone
  refuseTranslationsInSilence, // which releases the popular lists can have stays while they stand still for readers
  keepLanguageVersions, // a directory entry exists in every language
  refuseTakenSlug, // no two published documents under one address
  refuseTwinAccreditation, // one number for a participant and a day
  refuseCircularRedirect, // a redirect leads from where no page stands to somewhere else
  nameForEditors, // a directory entry has a name in every language's lists
  completeLanguages, // a new directory entry gets its other languages
  beginDuplicate, // a duplicate has an address of its own
  carryRelations, // relations are the document's, not the language version's
  keepPlainAddresses, // a text names files by addresses that do not expire
  fillSlug, // an empty slug is made from the title
  fixAddress, // the first publication fixes what the address is made of
  refuseBrokenDrafts, // what is published keeps the contract
  carrySharedFields, // a publication reaches the shared fields of all published languages
];

/** Puts the newsroom's rules around Strapi's Document Service. */
export function watchDocuments(strapi: Core.Strapi) {
  signAddressesForForms(strapi);
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
