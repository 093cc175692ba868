import type { DeskList, PopularDesk } from '@newsroom/shared/popular-desk';
import type { Say } from '../publishing/say';
import { csvOf } from './csv';
import { isPreview } from './preview';
import { readingLanguage, releaseOf, titleIn } from './titles';

interface Shown {
  desk: PopularDesk;
  list: DeskList;
  /** The language of the admin. */
  locale: string;
}

/** The list as a table for spreadsheets. */
export function listAsCsv(say: Say, shown: Shown): string {
  const words = ['list.rank', 'export.before', 'list.release', 'export.language', 'list.pinned', 'list.views'] as const;
  const more = ['list.comments', 'list.reactions', 'export.score', 'export.address', 'export.id'] as const;
  const rows = entriesOf(shown).map((entry) => [
    entry.rank,
    entry.rankBefore ?? '',
    entry.title ?? '',
    entry.titleLanguage ?? '',
    entry.isPinned ? say('newsroom.popular.export.yes') : '',
    entry.views,
    entry.comments,
    entry.reactions,
    entry.score,
    entry.address ?? '',
    entry.id,
  ]);
  return csvOf([[...words, ...more].map((word) => say(`newsroom.popular.${word}`)), ...rows]);
}

/** The list with all that it was computed from. */
export function listAsJson(shown: Shown): string {
  const { desk, list } = shown;
  const { language, day, firstDay } = list;
  const { pins, exclusions } = desk.choices;
  const told = {
    language,
    day,
    firstDay,
    isPreview: isPreview(desk),
    silence: desk.silence,
    settings: desk.asked,
    settingsInForce: desk.inForce,
    pins,
    exclusions,
  };
  return `${JSON.stringify({ ...told, entries: entriesOf(shown) }, null, 2)}\n`;
}

/** @example 'popular-kk-2026-11-27.csv'; 'popular-kk-2026-11-27-preview.csv' where it is not the list that readers get */
export function fileName({ desk, list }: Pick<Shown, 'desk' | 'list'>, ending: 'csv' | 'json'): string {
  const isReal = !isPreview(desk) && desk.silence === null;
  return `popular-${list.language ?? 'all'}-${list.day}${isReal ? '' : '-preview'}.${ending}`;
}

function entriesOf({ desk, list, locale }: Shown) {
  const language = readingLanguage(list.language, locale);
  return list.entries.map((entry) => {
    const version = titleIn(releaseOf(desk, entry.id), language);
    const { title = null, language: titleLanguage = null, address = null } = version ?? {};
    return { ...entry, title, titleLanguage, address };
  });
}
