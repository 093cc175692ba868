import { findHugo, hugoBuilder } from './builders/hugo.ts';
import { newsroomBuilder } from './builders/newsroom.ts';
import type { Measure } from './measure.ts';

/** One release was edited, the caches of the last build are there, and a new process makes the site: as CI does it. */
export const coldEdit: Measure = {
  name: 'cold-edit',
  async prepare(workload, tell) {
    const hugo = findHugo();
    tell(hugo.kind === 'found' ? hugo.version : hugo.why);
    const builders = [newsroomBuilder(workload), ...(hugo.kind === 'found' ? [hugoBuilder(workload)] : [])];
    for (const builder of builders) {
      builder.forget();
      await builder.build();
    }
    return {
      trials: builders.map((builder) => {
        let turn = 0;
        return {
          subject: builder.subject,
          run() {
            turn += 1;
            builder.edit(turn);
            return builder.build();
          },
        };
      }),
    };
  },
};
