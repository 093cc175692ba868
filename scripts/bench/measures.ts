import { feedDifference } from './cms/feed-difference.ts';
import { feedWhole } from './cms/feed-whole.ts';
import { publishToLive } from './cms/publish-to-live.ts';
import { coldEdit } from './cold-edit.ts';
import { fullBuild } from './full-build.ts';
import type { Measure } from './measure.ts';

/** Everything that `npm run bench` measures, in this order. */
export const measures: readonly Measure[] = [fullBuild, publishToLive, coldEdit, feedWhole, feedDifference];
