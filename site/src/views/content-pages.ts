import type { Snapshot } from '../content/snapshot.ts';
import { correctionsPages } from './corrections-page.ts';
import { delegationsPages } from './delegations-page.ts';
import { dossierPages } from './dossier-page.ts';
import { eventsPages } from './events-page.ts';
import { homePages } from './home-page.ts';
import { languagesPages } from './languages-page.ts';
import { monthPages } from './month-page.ts';
import { newsFeedPages } from './news-feed.ts';
import { newsPages } from './news-page.ts';
import { notFoundPages } from './not-found-page.ts';
import { organisationsPages } from './organisations-page.ts';
import type { Page } from './page.ts';
import { popularDataPages } from './popular-data.ts';
import { popularPages } from './popular-page.ts';
import { releasePages } from './release-page.ts';
import { robotsPages } from './robots.ts';
import { staticPages } from './static-page.ts';
import { themePages } from './theme.ts';
import { yearPages } from './year-page.ts';

/** Every file that the site draws from what is published, one line for each kind of page. */
export function contentPages(snapshot: Snapshot): Page[] {
  return [
    ...languagesPages(),
    ...homePages(snapshot),
    ...newsPages(snapshot),
    ...newsFeedPages(),
    ...monthPages(snapshot),
    ...releasePages(snapshot),
    ...delegationsPages(snapshot),
    ...organisationsPages(snapshot),
    ...eventsPages(snapshot),
    ...dossierPages(snapshot),
    ...yearPages(snapshot),
    ...staticPages(snapshot),
    ...correctionsPages(snapshot),
    ...popularPages(),
    ...popularDataPages(),
    ...notFoundPages(),
    ...themePages(snapshot),
    ...robotsPages(),
  ];
}
