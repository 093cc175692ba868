import { leftOutReasons } from '@newsroom/shared/collected-day';
import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { weightOfAge } from '@newsroom/shared/ranking';
import { describe, expect, it } from 'vitest';
import {
  surplusPins,
  withExclusion,
  withMove,
  without,
  withPin,
  withReason,
} from '../../src/plugins/newsroom/admin/src/popular/choices';
import { csvOf } from '../../src/plugins/newsroom/admin/src/popular/csv';
import { daysWords } from '../../src/plugins/newsroom/admin/src/popular/days';
import { fileName, listAsCsv, listAsJson } from '../../src/plugins/newsroom/admin/src/popular/list-export';
import { isOver, isOvertaken, readTexts, textsOf, withTyped } from '../../src/plugins/newsroom/admin/src/popular/settings-draft';
import { statusSentences } from '../../src/plugins/newsroom/admin/src/popular/status-sentence';
import { readingLanguage, titleIn } from '../../src/plugins/newsroom/admin/src/popular/titles';
import { inViews } from '../../src/plugins/newsroom/admin/src/popular/weights';
import { interfaceLanguages, sayingIn, timesIn } from './words-of';

const at = '2026-11-20T09:00:00.000Z';
const decision = (release: string, reason: string | null = null) => ({ release, reason, by: 'Әлия', at });
const choices: PopularDesk['choices'] = {
  revision: 'r1',
  pins: [decision('a', 'Маңызды'), decision('b'), decision('c')],
  exclusions: [decision('x')],
};
const settings = { windowDays: 7, commentWeight: 30, reactionWeight: 10, halfLifeDays: 2, size: 10 };
const kept = [{ release: 'a', reason: 'Маңызды' }, { release: 'b' }, { release: 'c' }];

describe('what is sent when an editor', () => {
  it('pins a release: behind the others, and left out no longer', () => {
    expect(withPin(choices, 'd')).toEqual({
      basedOn: 'r1',
      pins: [...kept, { release: 'd' }],
      exclusions: [{ release: 'x' }],
    });
    expect(withPin(choices, 'x')).toMatchObject({ pins: [...kept, { release: 'x' }], exclusions: [] });
  });

  it('leaves one out: pinned no longer', () => {
    expect(withExclusion(choices, 'b')).toMatchObject({
      pins: [kept[0], kept[2]],
      exclusions: [{ release: 'x' }, { release: 'b' }],
    });
  });

  it('takes a decision back', () => {
    expect(without(choices, 'a')).toMatchObject({ pins: kept.slice(1), exclusions: [{ release: 'x' }] });
    expect(without(choices, 'x')).toMatchObject({ pins: kept, exclusions: [] });
  });

  it.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
  ] as const)('moves the pin %s by %i: %s', (release, by, order) => {
    expect(
      withMove(choices, release, by)
        .pins.map((pin) => pin.release)
        .join(''),
    ).toBe(order);
  });

  it('writes a reason, or takes it away', () => {
    expect(withReason(choices, 'x', ' Ескі ')).toMatchObject({ pins: kept, exclusions: [{ release: 'x', reason: 'Ескі' }] });
    expect(withReason(choices, 'a', '  ').pins[0]).toEqual({ release: 'a' });
  });
});

describe('settings as they are typed', () => {
  it('are what they were drawn from', () => {
    for (const one of [settings, { ...settings, halfLifeDays: null }])
      expect(readTexts(textsOf(one))).toEqual({ kind: 'settings', settings: one });
  });

  it('may have a comma, spaces, and no half-life', () => {
    const typed = { ...textsOf(settings), windowDays: ' 30 ', halfLifeDays: '0,5' };
    expect(readTexts(typed)).toMatchObject({ settings: { windowDays: 30, halfLifeDays: 0.5 } });
    expect(readTexts({ ...typed, halfLifeDays: ' ' })).toMatchObject({ settings: { halfLifeDays: null } });
  });

  it.each([
    ['windowDays', '0'],
    ['windowDays', ''],
    ['windowDays', '366'],
    ['windowDays', '7.5'],
    ['halfLifeDays', '0'],
    ['halfLifeDays', '1.234'],
    ['halfLifeDays', '1e2'],
    ['commentWeight', '-1'],
    ['reactionWeight', 'ten'],
    ['size', '101'],
  ])('are none where %s is "%s"', (field, text) => {
    expect(readTexts({ ...textsOf(settings), [field]: text })).toEqual({ kind: 'faults', fields: [field] });
  });
});

describe('what is typed while somebody else saves', () => {
  const others = { ...settings, commentWeight: 50 };
  const draft = withTyped(undefined, settings, 'windowDays', '14');

  it('is told, and takes nothing else with it', () => {
    expect([isOvertaken(draft, settings), isOvertaken(draft, others)]).toEqual([false, true]);
    expect(readTexts(draft.typed)).toEqual({ kind: 'settings', settings: { windowDays: 14 } });
    expect(withTyped(draft, others, 'size', '5')).toEqual({ typed: { windowDays: '14', size: '5' }, begunAt: settings });
  });

  it('stays until what was saved is in force, or nothing may be changed', () => {
    const mine = { ...settings, windowDays: 14 };
    const saved = { ...draft, saved: mine };
    expect([isOver(draft, desk), isOver(saved, desk), isOver(saved, { ...desk, inForce: mine })]).toEqual([false, false, true]);
    expect(isOvertaken(saved, mine)).toBe(false);
    expect([isOver(draft, { ...desk, silence: { since: at, by: 'x' } }), isOver(draft, { ...desk, mayDecide: false })]).toEqual([
      true,
      true,
    ]);
  });
});

describe('pins that have no place', () => {
  const of = (size: number, states: Record<string, 'published' | 'withdrawn' | 'gone'>) => {
    const releases = Object.entries(states).map(([id, state]) => ({ id, state, versions: [] }));
    return surplusPins({ choices, inForce: { ...settings, size }, releases });
  };

  it('are those behind the size of the list; what no reader finds takes no place', () => {
    const published = { a: 'published', b: 'published', c: 'published' } as const;
    expect([of(10, published), of(3, published), of(1, published)]).toEqual([0, 0, 2]);
    expect(of(1, { ...published, b: 'withdrawn', c: 'gone' })).toBe(0);
  });
});

describe('a table for spreadsheets', () => {
  it('begins with a byte order mark, and every line ends as RFC 4180 has it', () => {
    expect(
      csvOf([
        ['a', 1],
        ['ә', ''],
      ]),
    ).toBe('\uFEFFa,1\r\nә,\r\n');
  });

  it('quotes what would end a cell or a line', () => {
    expect(csvOf([['a,b', 'say "so"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""so""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('has no formula: %j', (text) => {
    const [cell = ''] = csvOf([[text]])
      .slice(1)
      .split('\r\n');
    expect(csvOf([[text]])).toContain(`'${text}`);
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
  });
});

const hostile = '=HYPERLINK("http://evil")';
const desk: PopularDesk = {
  today: '2026-11-23',
  rankedFor: '2026-11-22',
  inForce: settings,
  asked: { ...settings, size: 5 },
  choices,
  silence: null,
  mayDecide: true,
  lists: [
    {
      language: 'kk',
      day: '2026-11-22',
      firstDay: '2026-11-16',
      dropped: [],
      entries: [
        {
          ...{ rank: 1, rankBefore: null, rankInForce: 2, isPinned: true, id: 'a', views: 10, comments: 1, reactions: 0 },
          ...{ score: '171798691840', last30: [] },
          terms: [
            {
              ...{ day: '2026-11-22', age: 0, views: 10, comments: 1, reactions: 0, worth: 40 },
              ...{ weight: '4294967296', product: '171798691840' },
            },
          ],
        },
      ],
    },
  ],
  releases: [
    { id: 'a', state: 'published', versions: [{ language: 'ru', title: hostile, address: 'https://example.org/ru/a/' }] },
  ],
  collections: [],
};
const list = desk.lists[0] as PopularDesk['lists'][number];

describe('the list as a file', () => {
  it('is a table of what is seen, without formulas', () => {
    const [, head, row, ...rest] = /^\uFEFF(.*)\r\n(.*)\r\n$/.exec(listAsCsv(sayingIn('en'), { desk, list, locale: 'en' })) ?? [];
    expect(rest).toEqual([]);
    expect(head?.split(',').length).toBe(11);
    expect(row).toBe(`1,,"'=HYPERLINK(""http://evil"")",ru,yes,10,1,0,171798691840,https://example.org/ru/a/,a`);
  });

  it('is named as what it is: what readers get, a preview, or what a silence holds', () => {
    const silence = { since: at, by: 'Әлия' };
    const named = [{ asked: settings }, {}, { asked: settings, silence }].map((more) => {
      const shown = { desk: { ...desk, ...more }, list, locale: 'en' };
      const { isPreview, silence: told } = JSON.parse(listAsJson(shown));
      return [fileName(shown, 'csv'), isPreview, told];
    });
    expect(named).toEqual([
      ['popular-kk-2026-11-22.csv', false, null],
      ['popular-kk-2026-11-22-preview.csv', true, null],
      ['popular-kk-2026-11-22-preview.csv', false, silence],
    ]);
  });

  it('is data with the terms and the settings', () => {
    const told = JSON.parse(listAsJson({ desk, list, locale: 'en' }));
    expect(told).toMatchObject({ language: 'kk', day: '2026-11-22', settings: desk.asked, settingsInForce: settings });
    expect(told.entries[0]).toMatchObject({ rank: 1, title: hostile, terms: list.entries[0]?.terms });
  });
});

describe('weights and scores', () => {
  it('are told as numbers of fresh views, cut after four decimals', () => {
    expect([0, 1, 2].map((age) => String(inViews(String(weightOfAge(age, 2)))))).toEqual(['1', '0.7071', '0.5']);
    expect(inViews(String(2_000_000_000n * 365n * 2n ** 32n))).toBe(730_000_000_000);
  });
});

describe('titles', () => {
  const release = { id: 'a', state: 'published' as const, versions: ['kk', 'ru'].map((language) => version(language)) };
  function version(language: string) {
    return { language: language as 'kk' | 'ru', title: language, address: null };
  }

  it('are read in the list’s language, or in the admin’s, or in the first that there is', () => {
    expect([readingLanguage('kk', 'ru'), readingLanguage(null, 'en'), readingLanguage(null, 'fr')]).toEqual(['kk', 'en', 'ru']);
    expect([titleIn(release, 'ru')?.title, titleIn(release, 'en')?.title, titleIn(undefined, 'en')]).toEqual([
      'ru',
      'kk',
      undefined,
    ]);
  });
});

describe.each(interfaceLanguages)('the words of the page (%s)', (locale) => {
  const say = sayingIn(locale);
  const told = (more: Partial<PopularDesk>) => statusSentences(say, timesIn(locale), { ...desk, ...more });

  it('say for which day the lists are ranked, and whether they stand still', () => {
    const states = [
      told({}),
      told({ rankedFor: '2026-11-21' }),
      told({ rankedFor: null }),
      told({ silence: { since: at, by: 'x' } }),
    ];
    expect(new Set(states).size).toBe(4);
    for (const words of states) expect(words).toMatch(/^[A-ZА-Я].*\.$/);
    expect(states[0]).toMatch(/22/);
  });

  it('say of the days of a list whether the last of them is not over', () => {
    const words = (day: string, more: Partial<PopularDesk> = {}) =>
      daysWords(say, timesIn(locale), { firstDay: '2026-11-22', day }, { ...desk, rankedFor: day, ...more });
    const [over, open] = [words('2026-11-22'), words('2026-11-23')];
    expect(over).toMatch(/^[A-ZА-Я][^.]*22[^.]*\.$/);
    expect(open).toMatch(/^[A-ZА-Я][^.]*22[^.]*23[^.]*\. .*\.$/);
    expect(open).toContain(say('newsroom.popular.list.notOver'));
    expect(words('2026-11-23', { rankedFor: null })).not.toContain(say('newsroom.popular.list.notOver'));
  });

  it('have every reason for which something is left out', () => {
    expect(new Set(leftOutReasons.map((reason) => say(`newsroom.popular.reason.${reason}`))).size).toBe(leftOutReasons.length);
  });

  it('tell of spikes, halvings and finds with their numbers', () => {
    const spike = { title: 'T', language: 'x', day: 'd', asked: 1_000_000, counted: 20 };
    for (const networks of [1, 2, 5]) expect(say('newsroom.popular.leftOut.spike', { ...spike, networks })).toContain('20');
    for (const days of [1, 2, 5, 0.5]) expect(say('newsroom.popular.sum.halving', { days })).toMatch(/2\^/);
    for (const count of [1, 2, 5]) expect(say('newsroom.popular.choices.surplus', { size: 5, count })).toMatch(/ 5 .*\.$/);
    const found = [0, 1, 2, 5].map((count) => say('newsroom.popular.choices.found', { count }));
    expect(new Set(found).size).toBe(4);
  });
});
