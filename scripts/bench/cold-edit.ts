import { findHugo, hugoBuilder } from './builders/hugo.ts';
import { coldNewsroom } from './cms/cold-newsroom.ts';
import type { Measure, Trial } from './measure.ts';
import type { Workload } from './workload.ts';

/** One release was edited, the caches of the last build are there, and a new process makes the site: as CI does it. */
export const coldEdit: Measure = {
  name: 'cold-edit',
  async prepare(workload, tell) {
    const hugo = findHugo();
    tell(hugo.kind === 'found' ? hugo.version : hugo.why);
    const peers = hugo.kind === 'found' ? [await editedInHugo(workload)] : [];
    const { trials, end } = await coldNewsroom(workload);
    return { trials: [...trials, ...peers], end };
  },
};

async function editedInHugo(workload: Workload): Promise<Trial> {
  const builder = hugoBuilder(workload);
  builder.forget();
  await builder.build();
  let turn = 0;
  return {
    subject: builder.subject,
    run() {
      turn += 1;
      builder.edit(turn);
      return builder.build();
    },
  };
}
