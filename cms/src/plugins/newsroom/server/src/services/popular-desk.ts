import { languages } from '@newsroom/shared/languages';
import { addDays, localDay } from '@newsroom/shared/local-time';
import type { Decision, NamedRelease, PopularDesk } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { countedBetween, countedOf, newestDay } from '../popular/counted-days';
import { chartDays, explainList, rankLists } from '../popular/desk-lists';
import { namedReleases } from '../popular/named-releases';
import { rankableReleases } from '../popular/rankable-releases';

/** So many releases are offered to choose from. */
const offered = 10;

/** What the page "Popular" shows. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (name: string) => strapi.plugin('newsroom').service(name);

  return {
    /** The lists by settings that somebody asks for, with all that they come from. */
    async view(asked: PopularSettings, mayDecide: boolean): Promise<PopularDesk> {
      const today = localDay(new Date().toISOString());
      const rankedFor = await newestDay(strapi, today);
      const day = rankedFor ?? today;
      const inForce: PopularSettings = await service('popular-settings').inForce();
      const choices: PopularDesk['choices'] = await service('popular-choices').current();
      const [pins, exclusions] = [idsOf(choices.pins), idsOf(choices.exclusions)];

      const windowDays = Math.max(asked.windowDays, inForce.windowDays);
      const counts = await countedBetween(strapi, addDays(day, -windowDays), day);
      const named = [...new Set([...counts.map(({ release }) => release), ...pins])];
      const releases = await rankableReleases(strapi, named, await service('popular-settings').missingTranslations());
      const ranked = rankLists({
        counts,
        releases,
        today,
        day,
        inForce,
        asked,
        choices: { pins, exclusions },
      });

      const listed = [...new Set(ranked.flatMap(({ ranking }) => ranking.entries.map(({ id }) => id)))];
      const recent = await countedOf(strapi, listed, addDays(day, 1 - chartDays), day);
      const lists = ranked.map((one) => explainList(one, asked, recent, day));
      const dropped = lists.flatMap((list) => list.dropped.map(({ id }) => id));

      const collections = await service('collections').since(addDays(today, 1 - chartDays));
      const spiked = collections.flatMap(({ spikes }: PopularDesk['collections'][number]) =>
        spikes.map(({ release }) => release),
      );
      return {
        today,
        rankedFor,
        inForce,
        asked,
        choices,
        silence: await service('silence').current(),
        mayDecide,
        lists,
        releases: await namedReleases(strapi, [...listed, ...dropped, ...pins, ...exclusions, ...spiked]),
        collections,
      };
    },

    /** Published releases of which a title has these words in it, the youngest first. */
    async find(words: string): Promise<NamedRelease[]> {
      const wanted = words.trim().toLowerCase();
      const { tableName } = strapi.db.metadata.get(uidOf('press-release'));
      // Compared here, since SQLite knows capitals in Latin letters alone.
      const rows: { id: string; title: string | null }[] = await strapi.db
        .connection(tableName)
        .whereNotNull('published_at')
        .whereIn('locale', [...languages])
        .orderBy('public_since', 'desc')
        .select({ id: 'document_id', title: 'title' });
      const found = rows.filter(({ title }) => title?.toLowerCase().includes(wanted)).map(({ id }) => id);
      return namedReleases(strapi, [...new Set(found)].slice(0, offered));
    },
  };
};

function idsOf(decisions: Decision[]): string[] {
  return decisions.map(({ release }) => release);
}
