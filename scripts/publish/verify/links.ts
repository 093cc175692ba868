import { type Evidence, type Findings, nothingFound } from './evidence.ts';

/** Every address of the site that a page names is there: what editors wrote is drawn as text where it is not. */
export function checkLinks({ account, isThere }: Evidence): Findings {
  const toNowhere = account.named
    .filter(({ path }) => !isThere(path))
    .map(({ path, by }) => `The page ${by} names ${path}, where nothing is.`);
  const toGone = account.gone.flatMap(({ path, namedBy }) =>
    namedBy.map((by) => `The page ${by} names ${path}, where nothing is any more.`),
  );
  return { ...nothingFound, faults: [...toNowhere, ...toGone] };
}
