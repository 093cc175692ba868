import { type Pause, pausedBy } from '@newsroom/shared/edition';
import type { Say } from './say';

/** Who rolled the site back, in words: where nobody is known by name, the site says whence. */
export function whoPaused(say: Say, { by }: Pause): string {
  if (by === pausedBy.operator) return say('newsroom.paused.byOperator');
  return by === pausedBy.desk ? say('newsroom.paused.bySomebody') : by;
}
