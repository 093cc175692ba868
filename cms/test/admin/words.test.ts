import { refusals, stages } from '@newsroom/shared/publisher-report';
import type { Obstacle } from '@newsroom/shared/standing';
import { describe, expect, it } from 'vitest';
import { obstacleWords } from '../../src/plugins/newsroom/admin/src/publishing/obstacle-words';
import { interfaceLanguages, messages, sayingIn, timesIn } from './words-of';

const at = '2026-11-23T09:02:00.000Z';

describe('our words', () => {
  it('ask in Russian for no value that they are not given in English', () => {
    const values = (text = '') => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name);
    for (const [word, text] of Object.entries(messages.en).filter(([name]) => name.startsWith('newsroom.')))
      expect(values(text), word).toEqual(expect.arrayContaining(values(messages.ru[word])));
  });

  it('speak to press officers: no word of the machinery, in no language', () => {
    for (const locale of interfaceLanguages)
      for (const [word, text] of Object.entries(messages[locale]).filter(([name]) => name.startsWith('newsroom.')))
        expect(text, word).not.toMatch(/\b(seq|epoch|digest|snapshot|feed|deploy|token)\b/i);
  });

  it.each(interfaceLanguages)('count in %s as people do', (locale) => {
    const counted = [1, 2, 5, 21].map((count) => sayingIn(locale)('newsroom.site.waiting', { count }));
    expect(counted).toEqual(
      locale === 'en'
        ? ['1 change waits.', '2 changes wait.', '5 changes wait.', '21 changes wait.']
        : ['1 изменение ждёт.', '2 изменения ждут.', '5 изменений ждут.', '21 изменение ждёт.'],
    );
  });
});

describe('what is in the way', () => {
  const obstacles: Obstacle[] = [
    { kind: 'paused', pause: { by: 'Aliya Smagulova', at } },
    ...refusals.map((why) => ({ kind: 'refused' as const, why, at })),
    { kind: 'no-publisher', since: at },
    { kind: 'no-publisher', since: null },
    { kind: 'site-silent', since: at },
    { kind: 'site-silent', since: null },
  ];

  it.each(interfaceLanguages)('is told in whole sentences, with its time where it has one (%s)', (locale) => {
    const told = obstacles.map((obstacle) => obstacleWords(sayingIn(locale), timesIn(locale), obstacle));
    expect(new Set(told).size).toBe(obstacles.length);
    for (const words of told) expect(words).toMatch(/^[A-ZА-Я].*\.$/);
    expect(told.filter((words) => words.includes('14:02'))).toHaveLength(obstacles.length - 2);
    expect(told[0]).toContain('Aliya Smagulova');
  });

  it.each(interfaceLanguages)('every stage of the publisher has words of its own (%s)', (locale) => {
    expect(new Set(stages.map((stage) => sayingIn(locale)(`newsroom.stage.${stage}`))).size).toBe(stages.length);
  });
});
