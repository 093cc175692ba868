import type { Language } from '@newsroom/shared/languages';
import type { StaticPage } from '@newsroom/shared/static-page';
import type { Snapshot } from '../content/snapshot.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';

/** The links to the pages that have a place in the navigation, in the editors' order, then by title. */
export function staticPageLinks(snapshot: Snapshot, language: Language, place: StaticPage['place']) {
  const pages = snapshot.staticPages(language).filter(({ data }) => data.place === place);
  return inAlphabeticalOrder(language, pages, ({ data }) => data.title)
    .toSorted((a, b) => a.data.order - b.data.order)
    .map(({ data, lang, path }) => ({ label: data.title, lang, href: path }));
}
