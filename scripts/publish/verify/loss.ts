import type { Evidence } from './evidence.ts';

/** So many pages may go at once on any site, however small. */
const alwaysAllowed = 30;

/** Of a site, at most this share of its pages may go unasked. */
const share = 0.25;

/** What is said where much of the live edition would go, as a sentence; undefined where it would not. */
export function lossIn({ manifest, live, livePages }: Evidence): string | undefined {
  const there = new Set(manifest.pages.map(({ path }) => path));
  const gone = live?.pages.filter(({ path }) => !there.has(path)).map(({ path }) => path) ?? [];
  const lost = live === undefined ? livePages - there.size : gone.length;
  if (lost <= alwaysAllowed || lost <= livePages * share) return undefined;
  const examples = gone.length > 0 ? `, such as ${gone.slice(0, 3).join(', ')}` : '';
  return `${lost} of the ${livePages} pages that readers have would go${examples}.`;
}
