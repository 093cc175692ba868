import { type Language, languages } from '@newsroom/shared/languages';
import { popularJsonPath } from '@newsroom/shared/permalink';
import { type PopularList, popularListSchema } from '@newsroom/shared/popular-list';
import { type PopularPeriod, popularPeriods, ruleOfPeriod } from '@newsroom/shared/popular-rule';
import { popularSettingsSchema } from '@newsroom/shared/site-settings';
import { Failure } from '../machine/failure.ts';
import type { PublishedSite } from '../published-site/published-site.ts';
import { readJson } from '../published-site/read-published.ts';
import { compareRankings } from './compare-rankings.ts';
import { computeAgain } from './compute-again.ts';
import { type PublishedReadership, readPublishedReadership } from './published-readership.ts';

/** A list that was computed again. */
export interface VerifiedList {
  language: Language;
  period: PopularPeriod;
  /** Over all languages together, or by what was read in the page's. */
  ranking: 'together' | 'inLanguage';
  entries: number;
  /** One sentence each; none: it is what comes out. */
  differences: string[];
}

export interface Verification {
  site: string;
  isGood: boolean;
  lists: VerifiedList[];
}

/** Computes every list of a site again, from what it publishes alone. @throws Failure where a file is missing or broken */
export async function verifyPopularity(site: PublishedSite): Promise<Verification> {
  const published = await readPublishedReadership(site);
  const lists: VerifiedList[] = [];
  for (const language of languages) {
    const now = await readList(site, language, 'now');
    for (const period of popularPeriods) {
      const list = period === 'now' ? now : await readList(site, language, period);
      lists.push(...verifyList(published, list, now));
    }
  }
  return { site: site.place, isGood: lists.every(({ differences }) => differences.length === 0), lists };
}

async function readList(site: PublishedSite, language: Language, period: PopularPeriod): Promise<PopularList> {
  const file = popularJsonPath(language, period);
  const list = await readJson(site, file, popularListSchema);
  if (list.language === language && list.period === period) return list;
  throw new Failure(`${file} is another list: in ${list.language}, of the period "${list.period}".`);
}

/** @param now the list of the office's own rule, from which those of the other periods follow */
function verifyList(published: PublishedReadership, list: PopularList, now: PopularList): VerifiedList[] {
  const { language, period } = list;
  const shared = sharedDifferences(list, now);
  return (['together', 'inLanguage'] as const).map((ranking) => {
    const again = computeAgain(published, list, ranking === 'together' ? undefined : language);
    const differences = [...shared, ...compareRankings(list[ranking], again)];
    return { language, period, ranking, entries: again.entries.length, differences };
  });
}

/** All lists of an edition are of one day, by one rule, under the same decisions. */
function sharedDifferences(list: PopularList, now: PopularList): string[] {
  const settings = popularSettingsSchema.safeParse(now.rule);
  const rule = settings.success ? ruleOfPeriod(list.period, settings.data) : now.rule;
  const pairs = { asOf: [list.asOf, now.asOf], rule: [list.rule, rule], choices: [list.choices, now.choices] };
  return Object.entries(pairs).flatMap(([name, [here, there]]) =>
    JSON.stringify(here) === JSON.stringify(there) ? [] : [`${name} is not as in the list of the period "now"`],
  );
}
