import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Colour, contrast } from './contrast.ts';
import { grounds, officeShades } from './office-shades.ts';
import { themeStyles } from './theme-styles.ts';

test('contrast is WCAG’s: 21 for black on white, 1 for the same, and what its authors give for grey', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#7f7f7f', '#7f7f7f')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const hostile: [string, Colour][] = [
  ['white', '#ffffff'],
  ['black', '#000000'],
  ['middle grey', '#777777'],
  ['yellow', '#ffff00'],
  ['neon green', '#39ff14'],
  ['cyan', '#00ffff'],
  ['magenta', '#ff00ff'],
  ['pure red', '#ff0000'],
  ['pure blue', '#0000ff'],
  ['the paper of light pages', '#f4f3ee'],
  ['the paper of dark pages', '#12171b'],
  ['the turquoise of a flag', '#00afca'],
  ['gold', '#fec50c'],
  ['pale pink', '#ffe4e1'],
];

describe.each(hostile)('an office whose colour is %s', (_, colour) => {
  test.each(['light', 'dark'] as const)('is read in %s: links on every ground, and text on its colour', (scheme) => {
    const shades = officeShades(colour)[scheme];
    for (const ground of grounds[scheme]) expect(contrast(shades.accent, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades['accent-ink'], shades.accent)).toBeGreaterThanOrEqual(4.5);
  });
});

test('a colour that can be read stays as it is', () => {
  expect(officeShades('#0b5577').light.accent).toBe('#0b5577');
  expect(officeShades('#8ecdf0').dark.accent).toBe('#8ecdf0');
});

test('the grounds are those of the tokens', () => {
  const [light = '', dark = ''] = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').split(
    'prefers-color-scheme: dark',
  );
  const papers = (css: string) => [...css.matchAll(/--paper(?:-2)?: (#[0-9a-f]{6})/g)].map(([, colour]) => colour);
  expect({ light: papers(light), dark: papers(dark) }).toEqual(grounds);
});

test('the style sheet has both lights, and leaves paper alone', () => {
  expect(themeStyles('#ffff00')).toMatch(/^@media screen \{.*@media screen and \(prefers-color-scheme: dark\) \{.*#ffff00/s);
});
