import type { Paths } from '../src/content/snapshot.ts';

/** What stands where, by lists of paths. @param others files beside the pages, and what only leads on */
export function pathsIn(pages: Iterable<string>, others: Iterable<string>): Paths {
  const [ofContent, beside] = [new Set(pages), new Set(others)];
  return { hasPage: (path) => ofContent.has(path), has: (path) => ofContent.has(path) || beside.has(path) };
}
