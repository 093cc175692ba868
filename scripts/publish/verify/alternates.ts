import { type Evidence, type Findings, nothingFound } from './evidence.ts';

/** A page and its versions in other languages name one another. */
export function checkAlternates({ manifest }: Evidence): Findings {
  const pages = new Map(manifest.pages.map((page) => [page.path, page]));
  const faults = manifest.pages.flatMap(({ path, alternates }) =>
    Object.values(alternates)
      .filter((other) => !Object.values(pages.get(other)?.alternates ?? {}).includes(path))
      .map((other) => `The page ${path} names ${other} as its version in another language, and that does not name it.`),
  );
  return { ...nothingFound, faults };
}
