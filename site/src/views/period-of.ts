import { type PopularPeriod, popularPeriodSchema } from '@newsroom/shared/popular-rule';
import type { PageParams } from './page.ts';

/** Which list a route was asked for; undefined: none. That of "now" has an address without a period. */
export function periodOf({ period }: PageParams): PopularPeriod | undefined {
  if (period === undefined) return 'now';
  const { data } = popularPeriodSchema.safeParse(period);
  return data === 'now' ? undefined : data;
}
