import { type RestingNewsroom, setUpNewsroom } from '../../faults/newsroom.ts';
import { Failure } from '../../machine/failure.ts';
import type { Workload } from '../workload.ts';

const loader = 'cms/test/archive/load.ts';

/**
 * A newsroom of its own whose database holds a workload: set up as `npm start` does it, then filled as if editors had
 * published all of it. Nothing of it runs.
 *
 * @param options of the loader
 */
export async function loadNewsroom({ feed, media }: Workload, ...options: string[]): Promise<RestingNewsroom> {
  const resting = await setUpNewsroom();
  const code = await resting.command(loader, [feed, media, ...options], { NODE_ENV: 'production' }).ended;
  if (code === 0) return resting;
  const words = resting.logOf(loader);
  await resting.remove();
  throw new Failure(`The workload could not be loaded into the CMS. The end of its log:\n${words}`);
}
