import { type PopularDesk, popularDeskSchema } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { useRef } from 'react';
import { paceOfPopular, paceOfPreview } from '../publishing/pace';
import { type Polled, usePolled } from '../publishing/use-polled';

/**
 * What the CMS says of the popular lists. What was shown stays until other settings are computed.
 *
 * @param tried settings to compute the lists by, in the place of those in force
 */
export function usePopularDesk(tried: Partial<PopularSettings>): Polled<PopularDesk> {
  const query = queryFor(tried);
  const pace = query === '' ? paceOfPopular : paceOfPreview;
  const polled = usePolled(`/newsroom/popular${query}`, popularDeskSchema, pace);
  const last = useRef(polled.latest);
  if (polled.latest !== undefined) last.current = polled.latest;
  return { ...polled, latest: last.current };
}

/** @example { size: 5, halfLifeDays: null } // => '?size=5&halfLifeDays=' */
function queryFor(tried: Partial<PopularSettings>): string {
  const asked = Object.entries(tried).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}
