import { astroBuilder } from './builders/astro.ts';
import { findHugo, hugoBuilder } from './builders/hugo.ts';
import { newsroomBuilder } from './builders/newsroom.ts';
import type { Measure } from './measure.ts';

/** The whole site from nothing but the code's own compilation: no output, no snapshot, no cache of content. */
export const fullBuild: Measure = {
  name: 'full-build',
  async prepare(workload, tell) {
    const newsroom = newsroomBuilder(workload);
    await newsroom.build(); // compiles the code, which no run has to do again
    const hugo = findHugo();
    tell(hugo.kind === 'found' ? hugo.version : hugo.why);
    const builders = [newsroom, ...(hugo.kind === 'found' ? [hugoBuilder(workload)] : []), astroBuilder(workload)];
    return {
      trials: builders.map(({ subject, forget, build }) => ({
        subject,
        run() {
          forget();
          return build();
        },
      })),
    };
  },
};
