import { createIntl } from 'react-intl';
import { type Say, sayIn } from '../../src/plugins/newsroom/admin/src/publishing/say';
import { type Times, timesFor } from '../../src/plugins/newsroom/admin/src/publishing/times';
import { en } from '../../src/plugins/newsroom/admin/src/words/en';
import { ru } from '../../src/plugins/newsroom/admin/src/words/ru';
import { translations } from '../../src/plugins/newsroom/admin/src/words/translations';

export const interfaceLanguages = ['en', 'ru'] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export const messages = { en: translations(en), ru: translations(ru) };

/** Our words in a language of the admin; a word that is missing, or lacks a value, fails the test. */
export function sayingIn(locale: InterfaceLanguage): Say {
  const onError = (error: Error) => {
    throw error;
  };
  return sayIn(createIntl({ locale, messages: messages[locale], onError }));
}

/** Times as somebody in the office reads them on 23 November 2026 at 14:30. */
export function timesIn(locale: InterfaceLanguage, zone = 'Asia/Almaty'): Times {
  return timesFor(sayingIn(locale), { locale, zone, now: () => '2026-11-23T09:30:00.000Z' });
}
