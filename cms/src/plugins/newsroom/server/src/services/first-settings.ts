import type { Language } from '@newsroom/shared/languages';

/** What a new newsroom says of itself until an editor writes the office's own words. */
export const firstSettings: Record<Language, { name: string; publisher: string }> = {
  kk: { name: 'Баспасөз орталығы', publisher: 'Мемлекеттік орган' },
  ru: { name: 'Пресс-центр', publisher: 'Государственный орган' },
  en: { name: 'Newsroom', publisher: 'Public body' },
};
