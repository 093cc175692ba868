import type { Language } from '@newsroom/shared/languages';
import { madeOnce } from './made-once.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const writers = units.map((unit) =>
  madeOnce((tag) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 })),
);

/** The size of a file in the language's words, in steps of a thousand. @example ('en', 240_300) // => '240 kB' */
export function formatSize(language: Language, bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const writer = writers[step];
  if (writer === undefined) throw new Error('There is a unit for each step.');
  return writer(language).format(bytes / 1000 ** step);
}
