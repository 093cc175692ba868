import type { DirectoryType } from '@newsroom/shared/directory';
import type { Language } from '@newsroom/shared/languages';
import { delegationsPath, eventsPath, organisationsPath } from '@newsroom/shared/permalink';

/** A section of the site that has dossiers, by its name in addresses and among the words. */
export type Section = 'delegations' | 'organisations' | 'events';

interface DossierSection {
  section: Section;
  path: (language: Language) => string;
}

/** Where the dossiers of a type stand. */
export const sectionOf: Record<DirectoryType, DossierSection> = {
  event: { section: 'events', path: eventsPath },
  delegation: { section: 'delegations', path: delegationsPath },
  'observer-organisation': { section: 'organisations', path: organisationsPath },
};

/** The type whose dossiers stand in a section; undefined for what is no such section. */
export function typeInSection(section: string | undefined): DirectoryType | undefined {
  const all = Object.entries(sectionOf) as [DirectoryType, DossierSection][];
  return all.find(([, found]) => found.section === section)?.[0];
}
