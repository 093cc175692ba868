import type { Language } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import type { PopularList } from '@newsroom/shared/popular-list';
import { type CountedDay, type Ranking, rankReleases } from '@newsroom/shared/ranking';
import type { PublishedReadership } from './published-readership.ts';

/**
 * The ranking of a list, from what the site publishes.
 *
 * @param language by what was counted in it, of the releases that have a page in it; undefined: over all languages
 */
export function computeAgain(
  { releases, counts }: PublishedReadership,
  { asOf, rule, choices }: Pick<PopularList, 'asOf' | 'rule' | 'choices'>,
  language?: Language,
): Ranking {
  const days = [...counts.keys()].filter((day) => day <= asOf);
  const last = days.at(-1);
  // The window, and the day before it.
  const first = last === undefined || rule.windowDays === null ? days[0] : addDays(last, -rule.windowDays);
  const counted = days
    .filter((day) => first !== undefined && day >= first)
    .flatMap((day) =>
      (counts.get(day) ?? []).map((row): CountedDay => {
        const { release, views, comments, reactions } = row;
        // What was counted elsewhere is nothing here; that the day was counted holds everywhere.
        const isHere = language === undefined || row.language === language;
        return isHere ? { release, day, views, comments, reactions } : { release, day, views: 0, comments: 0, reactions: 0 };
      }),
    );
  const eligible = releases.filter(({ addresses }) => language === undefined || addresses.has(language));
  return rankReleases({ releases: eligible, counts: counted, asOf, rule, choices });
}
