import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { isSameRule } from '@newsroom/shared/popular-rule';

/** Whether the lists are computed by settings that are not saved. */
export function isPreview({ asked, inForce }: Pick<PopularDesk, 'asked' | 'inForce'>): boolean {
  return !isSameRule(asked, inForce);
}
