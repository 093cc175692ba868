import { type DirectoryType, directoryNames } from '@newsroom/shared/directory';
import { defaultLanguage, languages } from '@newsroom/shared/languages';
import { Failure } from '../machine/failure.ts';
import type { AdminClient } from './admin-client.ts';
import type { DemoAccreditation, DemoEntry } from './demo-content.ts';

/** Identifiers in the CMS by the demo's keys. */
type Ids = Map<string, string>;

/** What releases and accreditations can name. */
export interface DirectoryIds {
  events: Ids;
  delegations: Ids;
  organisations: Ids;
}

/** Saves the entries of a type in all languages. */
export async function sendEntries(admin: AdminClient, type: DirectoryType, entries: DemoEntry[]): Promise<Ids> {
  const field = directoryNames[type];
  const ids: Ids = new Map();
  for (const { key, shared, texts } of entries) {
    const name = texts[defaultLanguage][field] as string;
    let id = await admin.find(type, defaultLanguage, { [field]: name });
    for (const language of [defaultLanguage, ...languages.filter((one) => one !== defaultLanguage)])
      id = await admin.save(type, language, id, { ...shared, ...texts[language] });
    if (id !== undefined) ids.set(key, id);
  }
  return ids;
}

/** Saves one row for each vote, participant, stage and day. */
export async function sendAccreditations(admin: AdminClient, rows: DemoAccreditation[], ids: DirectoryIds): Promise<void> {
  for (const { event, delegation, observerOrganisation, ...facts } of rows) {
    const related = {
      event: idOf(ids.events, event),
      ...(delegation === null ? {} : { delegation: idOf(ids.delegations, delegation) }),
      ...(observerOrganisation === null ? {} : { observerOrganisation: idOf(ids.organisations, observerOrganisation) }),
    };
    const found = await admin.find('accreditation', null, {
      ...Object.fromEntries(Object.entries(related).map(([field, id]) => [`${field}.documentId`, id])),
      stage: facts.stage,
      asOf: facts.asOf,
    });
    const set = Object.entries(related).map(([field, id]) => [field, { set: [{ documentId: id, locale: defaultLanguage }] }]);
    await admin.save('accreditation', null, found, { ...facts, ...Object.fromEntries(set) });
  }
}

/** @throws Failure for a key that the demo does not contain */
export function idOf(known: Ids, key: string): string {
  const id = known.get(key);
  if (id === undefined) throw new Failure(`The demo names "${key}", which it does not contain.`);
  return id;
}
