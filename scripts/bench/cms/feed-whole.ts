import type { Measure, Sample } from '../measure.ts';
import { memoryOfTree } from '../memory-of-tree.ts';
import { type CmsWithRest, startCmsWithRest } from './cms-with-rest.ts';
import { loadNewsroom } from './loaded-newsroom.ts';
import { peakWhile } from './peak-while.ts';
import { readFeed, readRest } from './read-all.ts';

/**
 * All that is published, read once: by the feed, and by REST with what of relations, components and files the feed
 * tells. Each has a CMS process of its own on the same database, and counts the same documents; the metrics that the feed
 * brings as well cost it time and count for nothing.
 */
export const feedWhole: Measure = {
  name: 'feed-whole',
  async prepare(workload, tell) {
    const newsroom = await loadNewsroom(workload);
    const started: CmsWithRest[] = [];
    const end = async () => {
      for (const cms of started) await cms.end();
      await newsroom.remove();
    };
    try {
      const [byFeed, byRest] = [await startCmsWithRest(newsroom), await startCmsWithRest(newsroom)];
      started.push(byFeed, byRest);
      tell(`The CMS holds ${Math.round(memoryOfTree(byFeed.pid) ?? 0)} MiB before it is asked.`);
      return {
        trials: [
          { subject: 'newsroom', run: () => timed(byFeed, () => readFeed(byFeed.origin, newsroom.token)) },
          { subject: 'strapi-rest', run: () => timed(byRest, () => readRest(byRest.origin, byRest.restToken)) },
        ],
        end,
      };
    } catch (error) {
      await end();
      throw error;
    }
  },
};

async function timed({ pid }: CmsWithRest, read: () => Promise<number>): Promise<Sample> {
  const { result, peakMiB } = await peakWhile([pid], async () => {
    const began = performance.now();
    const documents = await read();
    return { documents, wallSeconds: (performance.now() - began) / 1000 };
  });
  return { wallSeconds: result.wallSeconds, peakMiB, pages: result.documents };
}
