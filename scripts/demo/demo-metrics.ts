import type { MetricsImport } from '@newsroom/shared/daily-metrics';
import type { Language } from '@newsroom/shared/languages';
import { addDays, daysBetween, localDay } from '@newsroom/shared/local-time';
import type { DemoRelease } from './demo-content.ts';

/** How many days the demo's counts go back. */
export const demoDays = 40;

/** How readers part among the languages. */
const languageShares: Record<Language, number> = { kk: 0.48, ru: 0.41, en: 0.11 };

/** How much is read from Sunday to Saturday, compared with the average day. */
const weekdayShares = [0.7, 1.15, 1.2, 1.15, 1.1, 1.05, 0.65];

/**
 * Counts for the demo's releases, of the days before `today`. They are made by a formula and stand for nobody's
 * readers: most on the day of publication, half as many every two days, then a trickle; fewer at weekends.
 *
 * @param ids the releases' identifiers in the CMS by the demo's keys
 * @param today a local day
 */
export function demoMetrics(releases: DemoRelease[], ids: Map<string, string>, today: string): MetricsImport {
  const days = Array.from({ length: demoDays }, (_, index) => addDays(today, index - demoDays));
  const rows = releases.flatMap(({ key, languages, releasedAt }) => {
    const firstDay = localDay(new Date(releasedAt).toISOString());
    return languages.flatMap((language) =>
      days.flatMap((day) => {
        const age = daysBetween(firstDay, day);
        const release = ids.get(key);
        return age < 0 || release === undefined ? [] : [{ release, language, day, ...readings(key, language, day, age) }];
      }),
    );
  });
  return { source: 'demo', rows };
}

/** What a release gets in a language on a day, `age` days after its publication. */
function readings(key: string, language: Language, day: string, age: number) {
  const interest = 0.4 + chance(key);
  const weekday = weekdayShares[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;
  const wanted = (2600 * 2 ** (-age / 2) + 30 + 90 * chance(`${key} trickle`)) * interest * weekday * languageShares[language];
  const views = Math.round(wanted * (0.85 + 0.3 * chance(`${key} ${language} ${day}`)));
  const some = (share: number, what: string) => Math.floor(views * share + chance(`${what} ${key} ${language} ${day}`));
  return { views, comments: some(0.001, 'comments'), reactions: some(0.006, 'reactions') };
}

/** A number from 0 to 1 that looks like chance and is always the same for the same text (FNV-1a, well mixed). */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
