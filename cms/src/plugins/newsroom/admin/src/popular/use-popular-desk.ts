import { type PopularDesk, popularDeskSchema } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { useRef } from 'react';
import { paceOfPopular } from '../publishing/pace';
import { type Polled, usePolled } from '../publishing/use-polled';

/** What the CMS says of the popular lists. What was shown stays until other settings are computed. */
export function usePopularDesk(tried: PopularSettings | undefined): Polled<PopularDesk> {
  const polled = usePolled(addressFor(tried), popularDeskSchema, paceOfPopular);
  const last = useRef(polled.latest);
  if (polled.latest !== undefined) last.current = polled.latest;
  return { ...polled, latest: last.current };
}

/** @param tried settings to compute the lists by; undefined: those in force */
function addressFor(tried: PopularSettings | undefined): string {
  if (tried === undefined) return '/newsroom/popular';
  const asked = Object.entries(tried).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return `/newsroom/popular?${new URLSearchParams(asked)}`;
}
