import { type Evidence, type Findings, nothingFound } from './evidence.ts';

/** The kind of page that names pages in all languages, and is in none itself. */
const ofNoLanguage = 'languages';

/** A page and its versions in other languages name one another. */
export function checkAlternates({ manifest }: Evidence): Findings {
  const pages = new Map(manifest.pages.map((page) => [page.path, page]));
  const faults = manifest.pages.flatMap(({ path, page, alternates }) =>
    Object.values(alternates)
      .filter((other) => !(page === ofNoLanguage ? pages.has(other) : namesOf(pages.get(other)).includes(path)))
      .map((other) => `The page ${path} names ${other} as its version in another language, and that does not name it.`),
  );
  return { ...nothingFound, faults };
}

function namesOf(page: Evidence['manifest']['pages'][number] | undefined): string[] {
  return Object.values(page?.alternates ?? {});
}
