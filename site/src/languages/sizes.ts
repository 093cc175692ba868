import { describeLanguage, type Language } from '@newsroom/shared/languages';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file in the language's words, in steps of a thousand. @example ('en', 240_300) // => '240 kB' */
export function formatSize(language: Language, bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const options = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(describeLanguage(language).intl, options).format(bytes / 1000 ** step);
}
