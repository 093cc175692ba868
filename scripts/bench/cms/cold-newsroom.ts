import { adminOf } from '../../faults/admin.ts';
import { startPrograms } from '../../faults/newsroom.ts';
import { Failure } from '../../machine/failure.ts';
import { folders } from '../../machine/folders.ts';
import type { Prepared } from '../measure.ts';
import { runMeasured } from '../measured-command.ts';
import type { Workload } from '../workload.ts';
import { allLive, patienceForAll } from './all-live.ts';
import { Edits } from './edits.ts';
import { loadNewsroom } from './loaded-newsroom.ts';

/**
 * A newsroom whose edition is live, and in which nobody waits for news: what was published is made live by the command
 * that CI calls, as a new process that finds what the last one left.
 */
export async function coldNewsroom(workload: Workload): Promise<Required<Prepared>> {
  const newsroom = await startPrograms(await loadNewsroom(workload));
  const { end, environment, site, programs } = newsroom;
  try {
    await allLive(newsroom, patienceForAll);
    await programs.publisher.kill();
    const edits = new Edits(adminOf(newsroom), workload.entries);
    let turn = 0;
    return {
      trials: [
        {
          subject: 'newsroom',
          async run() {
            turn += 1;
            const { words, address } = await edits.publish(turn);
            const args = ['scripts/publish/publish-site.ts'];
            const measured = await runMeasured({ program: process.execPath, args, cwd: folders.repository, environment });
            const page = await (await fetch(`${site}${address}`)).text();
            if (!page.includes(words)) throw new Failure(`${address} does not say "${words}" after it was published.`);
            return { ...measured, pages: null };
          },
        },
      ],
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
