import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Colour, contrast } from '../colour/contrast.ts';

const [light = '', dark = ''] = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').split(
  'prefers-color-scheme: dark',
);

function colours(css: string): Record<string, Colour> {
  return Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
}

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('the colours in %s', (_, token) => {
  test.each([
    ['ink', 'paper', 4.5],
    ['ink', 'paper-2', 4.5],
    ['ink-2', 'paper', 4.5],
    ['ink-2', 'paper-2', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'paper-2', 4.5],
    ['accent-ink', 'accent', 4.5],
    ['notice-ink', 'notice', 4.5],
    ['focus', 'paper', 3],
    ['focus', 'paper-2', 3],
  ] as const)('%s on %s', (text, behind, least) => {
    expect(contrast(token[text] ?? '#', token[behind] ?? '#')).toBeGreaterThanOrEqual(least);
  });
});

test('both have the same colours', () => {
  expect(Object.keys(colours(dark))).toEqual(Object.keys(colours(light)));
});
