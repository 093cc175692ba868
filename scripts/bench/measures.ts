import { coldEdit } from './cold-edit.ts';
import { fullBuild } from './full-build.ts';
import type { Measure } from './measure.ts';

/** Everything that `npm run bench` measures, in this order. */
export const measures: readonly Measure[] = [fullBuild, coldEdit];
