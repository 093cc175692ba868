import type { Evidence } from './evidence.ts';

/** So many pages may go at once on any site, however small. */
const alwaysAllowed = 30;

/** Of a site, at most this share of its pages may go unasked. */
const share = 0.25;

/** What is said where much of the live edition would go, as a sentence; undefined where it would not. */
export function lossIn({ account: { gone, all }, livePages }: Pick<Evidence, 'account' | 'livePages'>): string | undefined {
  const lost = Math.max(gone.length, livePages - all.pages);
  if (livePages === 0 || lost <= alwaysAllowed || lost <= livePages * share) return undefined;
  const examples = gone.slice(0, 3).map(({ path }) => path);
  return `${lost} of the ${livePages} pages that readers have would go${examples.length > 0 ? `, such as ${examples.join(', ')}` : ''}.`;
}
