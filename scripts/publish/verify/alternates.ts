import { type Evidence, type Findings, nothingFound } from './evidence.ts';

/** The kind of page that names pages in all languages, and is in none itself. */
const ofNoLanguage = 'languages';

/** A page and its versions in other languages name one another. */
export function checkAlternates({ account, isThere }: Evidence): Findings {
  const known = new Map([...account.partners, ...account.pages].map((page) => [page.path, Object.values(page.alternates)]));
  const notNaming = account.pages.flatMap(({ path, page, alternates }) =>
    Object.values(alternates)
      .filter((other) => !(page === ofNoLanguage ? isThere(other) : known.get(other)?.includes(path)))
      .map((other) => `The page ${path} names ${other} as its version in another language, and that does not name it.`),
  );
  const namingGone = account.gone.flatMap(({ path, alternates }) =>
    Object.values(alternates)
      .filter((other) => known.get(other)?.includes(path))
      .map((other) => `The page ${other} names ${path} as its version in another language, and that is there no more.`),
  );
  return { ...nothingFound, faults: [...notNaming, ...namingGone] };
}
