import { adminOf } from '../../faults/admin.ts';
import { Failure } from '../../machine/failure.ts';
import type { Measure } from '../measure.ts';
import { startCmsWithRest } from './cms-with-rest.ts';
import { Edits } from './edits.ts';
import { loadNewsroom } from './loaded-newsroom.ts';
import { peakWhile } from './peak-while.ts';
import { quantile } from './quantile.ts';
import { headOf, readFeed, type State } from './read-all.ts';

const changes = 10;

/** How often the question is asked in a run, which gives the median: one alone is short. */
const timesPerRun = 21;

/** What came since a state that is ten changes old, as a publisher asks for it. */
export const feedDifference: Measure = {
  name: 'feed-difference',
  async prepare(workload) {
    const newsroom = await loadNewsroom(workload);
    const cms = await startCmsWithRest(newsroom);
    const end = async () => {
      await cms.end();
      await newsroom.remove();
    };
    try {
      const since = await headOf(cms.origin, newsroom.token);
      const edits = new Edits(adminOf({ cms: cms.origin, login: newsroom.login }), workload.entries);
      for (let turn = 1; turn <= changes; turn += 1) await edits.publish(turn);
      return {
        trials: [
          {
            subject: 'newsroom',
            async run() {
              const { result, peakMiB } = await peakWhile([cms.pid], async () => {
                const seconds: number[] = [];
                for (let time = 0; time < timesPerRun; time += 1) seconds.push(await timed(cms.origin, newsroom.token, since));
                return seconds;
              });
              return { wallSeconds: quantile(result, 0.5), peakMiB, pages: changes };
            },
          },
        ],
        end,
      };
    } catch (error) {
      await end();
      throw error;
    }
  },
};

/** In seconds. */
async function timed(origin: string, token: string, since: State): Promise<number> {
  const began = performance.now();
  const documents = await readFeed(origin, token, since);
  if (documents !== changes) throw new Failure(`The difference has ${documents} documents, not ${changes}.`);
  return (performance.now() - began) / 1000;
}
