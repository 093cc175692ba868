import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const [light = '', dark = ''] = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').split(
  'prefers-color-scheme: dark',
);

function colours(css: string): Record<string, string> {
  return Object.fromEntries([...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
}

/** Contrast by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
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
    expect(contrast(token[text] ?? '', token[behind] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('both have the same colours', () => {
  expect(Object.keys(colours(dark))).toEqual(Object.keys(colours(light)));
});
