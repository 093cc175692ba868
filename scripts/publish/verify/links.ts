import { type Evidence, type Findings, nothingFound } from './evidence.ts';

/** Every address of the site that a page names is there: what editors wrote is drawn as text where it is not. */
export function checkLinks({ manifest }: Evidence): Findings {
  const there = new Set([...manifest.pages.map(({ path }) => path), ...manifest.files.map(({ file }) => `/${file}`)]);
  const faults = manifest.pages.flatMap(({ path, links }) =>
    links.filter((link) => !there.has(link)).map((link) => `The page ${path} names ${link}, where nothing is.`),
  );
  return { ...nothingFound, faults };
}
