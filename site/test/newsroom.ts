import type { FeedData, FeedEntry } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Act } from './change-log.ts';
import { goldenLines } from './feed-file.ts';
import { someRelease } from './some-release.ts';

/** The settings of the golden feed in all languages, with something else in them, and without links in the footer. */
export function settings(changed: Partial<FeedData<'site-settings'>> = {}): Act[] {
  // The golden feed keeps the contract, which other tests prove.
  const golden = (goldenLines() as unknown as FeedEntry[]).filter((line) => line.type === 'site-settings');
  return golden.map(({ type, id, language, data }) => ({ type, id, language, data: { ...data, footerLinks: [], ...changed } }));
}

/** A release of June 2024 in English with nothing in it but what is said; its title and slug are its identifier. */
export function release(id: string, data: Partial<FeedData<'press-release'>> = {}, language: Language = 'en'): Act {
  const plain = { title: id, slug: id, addressMonth: '2024-06', ...data };
  return { type: 'press-release', id, language, data: someRelease({}, plain).data };
}

/** A page that stands still. */
export function page(id: string, data: Partial<FeedData<'page'>> = {}, language: Language = 'en'): Act {
  const plain = { title: id, slug: id, body: 'Text.', embedded: [], place: 'none', order: 0 } as const;
  return { type: 'page', id, language, data: { ...plain, ...data } };
}

/** A delegation of Türkiye that was entered in English. */
export function delegation(id: string, data: Partial<FeedData<'delegation'>> = {}, language: Language = 'en'): Act {
  const plain = {
    ...{ slug: id, sourceLanguage: 'en', countryCode: 'TR', electionBody: id, head: null, members: [] },
    ...{ aliases: [], description: null, logo: null, website: null },
  };
  return { type: 'delegation', id, language, data: { ...plain, ...data } };
}

/** A delegation in all languages, with texts in English alone. */
export function delegationInAll(id: string, data: Partial<FeedData<'delegation'>> = {}): Act[] {
  return languages.map((language) =>
    language === 'en'
      ? delegation(id, data)
      : delegation(id, { ...data, slug: null, electionBody: null, description: null }, language),
  );
}

/** What is left when a version goes. */
export function gone({ type, id, language }: Act): Act {
  return { type, id, language, data: null };
}
