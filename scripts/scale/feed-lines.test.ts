import { createHash } from 'node:crypto';
import { feedTypeNames } from '@newsroom/shared/feed';
import { describe, expect, it } from 'vitest';
import { feedLines } from './feed-lines.ts';
import { makeNewsroom } from './newsroom-of-scale.ts';
import { makeOriginals } from './originals.ts';

const { entries, originals } = makeNewsroom(60);

describe('a newsroom of scale', () => {
  it('keeps the contract in every entry, and has entries of every type that newsrooms have', () => {
    const lines = feedLines(entries, 'scale');
    expect(lines).toHaveLength(entries.length + 2);
    const types = feedTypeNames.filter((type) => type !== 'popular-choices'); // most offices decide nothing about them
    expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(types));
    const trailer = JSON.parse(lines.at(-1) ?? '') as { digest: string };
    expect(trailer.digest).toBe(createHash('sha256').update(lines.slice(0, -1).join('')).digest('hex'));
  });

  it('is the same each time, and another for another number', () => {
    expect(feedLines(makeNewsroom(60).entries, 'scale')).toEqual(feedLines(entries, 'scale'));
    expect(feedLines(makeNewsroom(61).entries, 'scale')).not.toEqual(feedLines(entries, 'scale'));
  });

  it('has as many releases as asked for, not all of them in every language', () => {
    const texts = entries.filter(({ type }) => type === 'press-release');
    expect(new Set(texts.map(({ id }) => id)).size).toBe(60);
    expect(texts.length).toBeLessThan(180);
  });

  it('names no document twice in a language', () => {
    const names = entries.map(({ type, id, language }) => `${type} ${id} ${language}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has the bytes of every file that it names', () => {
    const named = new Set(JSON.stringify(entries).match(/(?<="sha256":")[0-9a-f]{64}/g));
    expect(named.size).toBeGreaterThan(1);
    for (const name of named) expect(originals.map(({ file }) => file.sha256)).toContain(name);
    for (const { file, bytes } of makeOriginals().pictures)
      expect([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)]).toEqual(['PNG', file.dimensions?.width]);
  });
});

it('an entry that breaks the contract is named', () => {
  const [first] = entries;
  expect(() => feedLines([{ ...first, data: { name: '' } } as never], 'scale')).toThrow('site-settings settings (kk) breaks');
});
