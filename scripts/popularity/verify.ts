import { type Edition, editionPath } from '@newsroom/shared/edition';
import { type Language, languages } from '@newsroom/shared/languages';
import { popularJsonPath, popularPath } from '@newsroom/shared/permalink';
import { type PopularList, popularListSchema, teaserSize } from '@newsroom/shared/popular-list';
import { type PopularPeriod, popularPeriods, ruleOfPeriod } from '@newsroom/shared/popular-rule';
import { popularSettingsSchema } from '@newsroom/shared/site-settings';
import { Failure } from '../machine/failure.ts';
import { fewAtOnce } from '../published-site/few-at-once.ts';
import type { PublishedSite } from '../published-site/published-site.ts';
import { readJson } from '../published-site/read-published.ts';
import { compareNames, type Names } from './compare-names.ts';
import { compareRankings } from './compare-rankings.ts';
import { compareShown } from './compare-shown.ts';
import { computeAgain } from './compute-again.ts';
import { ofOneEdition } from './one-edition.ts';
import { type PublishedReadership, readPublishedReadership } from './published-readership.ts';
import { readShownPages, teaserPaths } from './shown-pages.ts';

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
  /** Which edition was read; null: the site does not say which it is. */
  generation: number | null;
  isGood: boolean;
  /** What contradicts itself in what the lists are computed from, one sentence each. */
  faults: string[];
  lists: VerifiedList[];
}

/**
 * Computes every list of a site again, from what it publishes alone, and looks whether its pages show them.
 *
 * @throws Failure where a file is missing or broken
 */
export async function verifyPopularity(site: PublishedSite): Promise<Verification> {
  return await ofOneEdition(site, (edition) => verifyEdition(site, edition));
}

async function verifyEdition(site: PublishedSite, edition: Edition | undefined): Promise<Verification> {
  const published = await readPublishedReadership(site);
  const lists = await fewAtOnce(
    languages.flatMap((language) => popularPeriods.map((period) => ({ language, period }))),
    ({ language, period }) => readList(site, language, period),
  );
  const [first] = lists;
  if (first === undefined) throw new Error('there are no languages');
  const pages = await readShownPages(site, published, lists);
  // The address by which a site is reached here need not be the one by which its readers reach it.
  const origin = pages.get(popularPath(first.language, first.period))?.origin ?? site.origin;
  const names = { origin, releases: new Map(published.releases.map((release) => [release.id, release])), pages };
  const verified = lists.flatMap((list) => {
    const shared = [...differencesOfEdition(list, edition), ...sharedDifferences(list, first)];
    return verifyList(published, names, list, shared);
  });
  return {
    site: site.place,
    generation: edition?.generation ?? null,
    isGood: published.faults.length === 0 && verified.every(({ differences }) => differences.length === 0),
    faults: published.faults,
    lists: verified,
  };
}

async function readList(site: PublishedSite, language: Language, period: PopularPeriod): Promise<PopularList> {
  const file = popularJsonPath(language, period);
  const list = await readJson(site, file, popularListSchema);
  if (list.language === language && list.period === period) return list;
  throw new Failure(`${file} is another list: in ${list.language}, of the period "${list.period}".`);
}

/** @param shared what is wrong with both of its rankings */
function verifyList(published: PublishedReadership, names: Names, list: PopularList, shared: readonly string[]): VerifiedList[] {
  const { language, period } = list;
  return (['together', 'inLanguage'] as const).map((ranking) => {
    const again = computeAgain(published, list, ranking === 'together' ? undefined : language);
    const differences = [
      ...shared,
      ...compareRankings(list[ranking], again),
      ...compareNames(names, language, list[ranking].entries),
      ...shownDifferences(names, list, ranking),
    ];
    return { language, period, ranking, entries: again.entries.length, differences };
  });
}

/** What the pages show, against the list. */
function shownDifferences({ pages }: Names, list: PopularList, ranking: VerifiedList['ranking']): string[] {
  const { language, period } = list;
  const { entries } = list[ranking];
  const page = popularPath(language, period);
  const teasers = ranking === 'together' && period === 'now' ? teaserPaths(language) : [];
  return [
    ...compareShown(page, pages.get(page), ranking === 'together' ? 'together' : 'in-language', entries),
    ...teasers.flatMap((path) => compareShown(path, pages.get(path), 'popular', entries.slice(0, teaserSize))),
  ];
}

function differencesOfEdition({ asOf }: PopularList, edition: Edition | undefined): string[] {
  return edition === undefined || edition.asOf === asOf ? [] : [`asOf is ${asOf}, and ${edition.asOf} in ${editionPath}`];
}

/** All lists of an edition, in all languages, are of one day, by one rule, under the same decisions. */
function sharedDifferences(list: PopularList, first: PopularList): string[] {
  const settings = popularSettingsSchema.safeParse(first.rule);
  const rule = settings.success ? ruleOfPeriod(list.period, settings.data) : first.rule;
  const pairs = { asOf: [list.asOf, first.asOf], rule: [list.rule, rule], choices: [list.choices, first.choices] };
  const there = popularJsonPath(first.language, first.period);
  return Object.entries(pairs).flatMap(([name, [here, said]]) =>
    JSON.stringify(here) === JSON.stringify(said) ? [] : [`${name} is not what follows from ${there}`],
  );
}
