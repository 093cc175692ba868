import type { Language } from '@newsroom/shared/languages';
import type { DocumentStanding, Obstacle, VersionStanding } from '@newsroom/shared/standing';
import { describe, expect, it } from 'vitest';
import { obstaclesOf } from '../../src/plugins/newsroom/admin/src/standing/obstacles';
import { standingSentence } from '../../src/plugins/newsroom/admin/src/standing/sentence';
import { sayingIn } from './words-of';

const at = '2026-11-23T09:02:00.000Z';
const live = { since: at, address: null, withdrawn: false };
const fault = { kind: 'contract', what: 'The title is missing.' } as const;

const isLive: VersionStanding = { kind: 'live', live };
const isAbsent: VersionStanding = { kind: 'absent' };
const isHeld: VersionStanding = { kind: 'held', since: at, why: 'contract', fault, live };
const waits = (obstacle: Obstacle | null, before: typeof live | null = null): VersionStanding => {
  return { kind: 'waiting', since: at, obstacle, live: before };
};

function standing(
  versions: Partial<Record<Language, VersionStanding>> | VersionStanding,
  edited: Language[] = [],
): DocumentStanding {
  const of = 'kind' in versions ? [[null, versions] as const] : (Object.entries(versions) as [Language, VersionStanding][]);
  return {
    versions: of.map(([language, one]) => {
      const editedSince = language !== null && edited.includes(language);
      return { language, standing: one, editedSince, warnings: [] };
    }),
  };
}

const situations: [string, DocumentStanding, string, string][] = [
  [
    'live in two languages, not translated into the third',
    standing({ kk: isLive, ru: isLive, en: isAbsent }),
    'Live in Kazakh and Russian; English is not translated.',
    'Доступно читателям на казахском и русском; на английский не переведено.',
  ],
  [
    'live in all languages',
    standing({ kk: isLive, ru: isLive, en: isLive }),
    'Live in Kazakh, Russian and English.',
    'Доступно читателям на казахском, русском и английском.',
  ],
  [
    'live in one language',
    standing({ kk: isAbsent, ru: isLive, en: isAbsent }),
    'Live in Russian; Kazakh and English are not translated.',
    'Доступно читателям на русском; на казахский и английский не переведено.',
  ],
  [
    'just published, for the first time in one language and anew in the other',
    standing({ kk: waits(null), ru: { kind: 'making', since: at, stage: 'draw', live }, en: { kind: 'draft' } }),
    'A newer version is on its way to readers in Russian; on its way to readers in Kazakh; only a draft in English.',
    'Новая версия на русском скоро появится у читателей; скоро появится у читателей на казахском; только черновик на английском.',
  ],
  [
    'edited after it went live',
    standing({ ru: isLive }, ['ru']),
    'Live in Russian; unpublished changes in Russian.',
    'Доступно читателям на русском; есть неопубликованные правки на русском.',
  ],
  [
    'held back in one language only',
    standing({ kk: isLive, ru: isHeld }),
    'Live in Kazakh; held back in Russian because of a fault.',
    'Доступно читателям на казахском; задержано на русском из-за ошибки.',
  ],
  [
    'waiting while the site is paused',
    standing({ ru: waits({ kind: 'paused', pause: { by: 'Aliya', at } }) }),
    'Waiting in Russian, since the site is paused.',
    'Ждёт на русском: сайт приостановлен.',
  ],
  [
    'withdrawn in one language',
    standing({ kk: isLive, ru: { kind: 'live', live: { ...live, withdrawn: true } } }),
    'Live in Kazakh; withdrawn in Russian, where readers find the reason.',
    'Доступно читателям на казахском; отозвано на русском, читатели видят причину.',
  ],
  [
    'unpublished, and still on the site',
    standing({
      ru: { kind: 'leaving', since: at, obstacle: { kind: 'no-publisher', since: null } },
      en: { kind: 'removed', since: at },
    }),
    'Still on the site in Russian, although it is unpublished; off the site in English.',
    'Ещё на сайте на русском, хотя публикация отменена; снято с сайта на английском.',
  ],
  ['a redirect, which has no languages', standing(isLive), 'Live.', 'На сайте.'],
  ['nothing at all', { versions: [] }, 'Nothing of this is on the site.', 'На сайте ничего нет.'],
];

describe('the sentence above all languages of a document', () => {
  it.each(situations)('%s', (_, of, english, russian) => {
    expect(standingSentence(sayingIn('en'), 'en', of)).toBe(english);
    expect(standingSentence(sayingIn('ru'), 'ru', of)).toBe(russian);
  });

  it('never says "live" of a version that waits, whatever readers had before', () => {
    expect(standingSentence(sayingIn('en'), 'en', standing({ ru: waits(null, live) }))).not.toMatch(/\blive\b/i);
  });
});

it('what keeps several languages is named once', () => {
  const paused: Obstacle = { kind: 'paused', pause: { by: 'Aliya', at } };
  const { versions } = standing({ kk: waits(paused), ru: waits(paused), en: waits({ kind: 'no-publisher', since: null }) });
  expect(obstaclesOf(versions).map(({ kind }) => kind)).toEqual(['paused', 'no-publisher']);
});
