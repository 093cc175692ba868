import { setTimeout as pause } from 'node:timers/promises';
import type { Edition } from '@newsroom/shared/edition';
import { adminOf } from '../../faults/admin.ts';
import { type Newsroom, startPrograms } from '../../faults/newsroom.ts';
import type { Measure } from '../measure.ts';
import { allLive, notLive, patienceForAll } from './all-live.ts';
import { type Edit, Edits } from './edits.ts';
import { loadNewsroom } from './loaded-newsroom.ts';
import { peakWhile } from './peak-while.ts';
import { quantile } from './quantile.ts';

/** How many edits are one run. */
const editsPerRun = 20;

/** How long an edition may take, in milliseconds. */
const patience = 300_000;

/** How often the page is asked for, in milliseconds. */
const lookEvery = 5;

/**
 * One release edited, with the publisher waiting: from the answer to Publish until the server gives out the page with the
 * new words. A run is twenty edits and gives their median; what else was seen of them is told at the end.
 */
export const publishToLive: Measure = {
  name: 'publish-to-live',
  async prepare(workload, tell) {
    const newsroom = await startPrograms(await loadNewsroom(workload));
    const seen: Seen[] = [];
    const end = async () => {
      if (seen.length > 0) tell(describeSeen(seen));
      await newsroom.end();
    };
    try {
      await allLive(newsroom, patienceForAll);
      const edits = new Edits(adminOf(newsroom), workload.entries);
      const { cms, publisher } = newsroom.programs;
      return {
        trials: [
          {
            subject: 'newsroom',
            async run() {
              const { result, peakMiB } = await peakWhile([cms.pid, publisher.pid], async () => {
                const some: Seen[] = [];
                for (let turn = 1; turn <= editsPerRun; turn += 1)
                  some.push(await watchEdit(newsroom, edits, seen.length + turn));
                return some;
              });
              seen.push(...result);
              return {
                wallSeconds: quantile(
                  result.map(({ live }) => live),
                  0.5,
                ),
                peakMiB,
                pages: null,
              };
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

/** What was seen of one edit, in seconds. */
interface Seen {
  /** From the answer to Publish to the page at the reader. */
  live: number;
  /** From the click to the answer. */
  answer: number;
  /** From the answer until somebody who waits for news was woken; negative where that came first. */
  woken: number;
}

async function watchEdit(newsroom: Newsroom, edits: Edits, turn: number): Promise<Seen> {
  const state = await allLive(newsroom, patience);
  const woken = wake(newsroom, state);
  const edit = await edits.publish(turn);
  const live = await isLive(newsroom, edit);
  const seconds = (from: number, to: number) => (to - from) / 1000;
  return {
    live: seconds(edit.answered, live),
    answer: seconds(edit.asked, edit.answered),
    woken: seconds(edit.answered, await woken),
  };
}

/** When the page of an edit has its words. */
async function isLive(newsroom: Newsroom, { words, address, answered }: Edit): Promise<number> {
  while (performance.now() - answered < patience) {
    const page = await fetch(`${newsroom.site}${address}`);
    if ((await page.text()).includes(words)) return performance.now();
    await pause(lookEvery);
  }
  throw notLive(newsroom, `${address} does not say "${words}" ${patience / 1000} s after it was published`);
}

/** Waits for news of a state as a publisher does; gives when they came. */
async function wake({ cms, token }: Newsroom, { epoch, seq, mark }: Edition): Promise<number> {
  const question = `epoch=${epoch}&since=${seq}&mark=${mark}&seconds=60`;
  const response = await fetch(`${cms}/api/newsroom/changes/wait?${question}`, { headers: { Authorization: `Bearer ${token}` } });
  await response.arrayBuffer();
  return performance.now();
}

function describeSeen(seen: Seen[]): string {
  const of = (name: keyof Seen) => {
    const seconds = seen.map((one) => one[name]);
    return `${milliseconds(quantile(seconds, 0.5))} (95 %: ${milliseconds(quantile(seconds, 0.95))})`;
  };
  return `${seen.length} edits, medians: live ${of('live')} after the answer to Publish, which came ${of('answer')} after the click; whoever waits for news was woken ${of('woken')} after the answer.`;
}

function milliseconds(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms`;
}
