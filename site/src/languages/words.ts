import type { Language } from '@newsroom/shared/languages';
import type { PopularPeriod } from '@newsroom/shared/popular-rule';
import { en } from './en.ts';
import type { AccreditationStage, CorrectionKind, EventKind, EventPhase, OrganisationKind, ReleaseKind } from './kinds.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

/** A phrase for every plural category of a language; `{n}` stands for the number as the language writes it. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** All fixed texts of the site in one language. `{…}` stands for what is put in. */
export interface Words {
  skipToContent: string;
  mainNavigation: string;
  /** What assistive technology calls the way back up. */
  breadcrumbs: string;
  /** What assistive technology calls the notice at the top of every page. */
  siteNotice: string;
  home: string;
  news: string;
  delegations: string;
  organisations: string;
  events: string;
  popular: string;
  languageSwitch: string;
  /** Said of a link in the language switch where the page itself does not exist in that language. */
  homeInsteadOfPage: string;
  publisher: string;
  contact: string;
  latestNews: string;
  allNews: string;
  archive: string;
  newsOfMonth: string;
  backToMonth: string;
  archiveByYear: string;
  newsOfYear: string;
  /** A page of a list that has several, by its number. */
  page: string;
  olderAndNewer: string;
  olderNews: string;
  newerNews: string;
  noNews: string;
  /** The news as a feed, for programs that subscribe to it. */
  newsFeed: string;
  /** Said of a release whose text was withdrawn. */
  withdrawn: string;
  officeTime: string;
  aboutRelease: string;
  event: string;
  votingDay: string;
  delegationsNamed: string;
  organisationsNamed: string;
  mentionedIn: string;
  mentionedNowhere: string;
  noDelegations: string;
  noOrganisations: string;
  noEvents: string;
  website: string;
  /** What assistive technology says before the name of a language beside a link to a text in it. */
  textLanguage: string;
  /** What assistive technology calls a table that scrolls. */
  table: string;
  delegationsLead: string;
  organisationsLead: string;
  eventsLead: string;
  popularLead: string;
  /** The same of all days that were ever counted. */
  popularLeadSince: string;
  /** Said while nothing was ever counted. */
  popularNone: string;
  /** Said where nothing was counted on the days of a list. */
  popularNothing: string;
  /** Said where something was counted on the days of a list, but nothing in the page's language. */
  popularNothingInLanguage: string;
  popularAll: string;
  popularForMachines: string;
  /** What assistive technology calls the links to the lists of other stretches of time. */
  popularPeriodsNavigation: string;
  popularPeriods: Record<PopularPeriod, string>;
  popularTitles: Record<PopularPeriod, string>;
  /** Said where the newest figures are not of the day of the site. */
  newestFigures: string;
  /** Said where they are: readers still come on that day. */
  figuresSoFar: string;
  /** Said where the lists stand still, as before a vote: of nobody's side, and without a reason. */
  popularSilent: string;
  leftOutOfPopular: Plural;
  /** Said of a release that the office put where it stands. */
  pinned: string;
  /** How a release moved in a list since the day before. */
  placesUp: Plural;
  placesDown: Plural;
  samePlace: string;
  newInList: string;
  notFoundTitle: string;
  notFoundText: string;
  notFoundHome: string;
  /** The word behind which the navigation waits on a narrow screen. */
  menu: string;
  /** What assistive technology calls the links of the footer. */
  footerNavigation: string;
  head: string;
  members: string;
  aliases: string;
  acronym: string;
  /** The country of an organisation’s seat. */
  seat: string;
  accreditation: string;
  /** What the number below it counts. */
  accreditedObservers: string;
  figuresOf: string;
  participant: string;
  asOf: string;
  total: string;
  accreditationTable: string;
  accreditationByVote: string;
  /** A long table waits behind this; `{n}` is the number of its rows. */
  wholeTable: string;
  accreditationByDay: string;
  /** How the figures of a day are computed. */
  accreditationRule: string;
  chartAsTable: string;
  day: string;
  corrections: string;
  correctionsLead: string;
  noCorrections: string;
  popularTogether: string;
  popularInLanguage: string;
  popularInLanguageLead: string;
  popularInLanguageLeadSince: string;
  outsideLists: string;
  outsideLead: string;
  outsideLanguage: string;
  rank: string;
  titleColumn: string;
  viewsColumn: string;
  commentsColumn: string;
  reactionsColumn: string;
  /** Said above a text that is shown in another language. */
  notTranslated: string;
  withdrawnNotice: string;
  correctedNotice: string;
  /** The link from the notice to the corrections below. */
  toCorrections: string;
  correctionsOfText: string;
  pictures: string;
  attachments: string;
  /** Who made a picture. */
  pictureCredit: string;
  readAlso: string;
  movedTitle: string;
  movedTo: string;
  goneTitle: string;
  goneText: string;
  releaseKinds: Record<ReleaseKind, string>;
  eventKinds: Record<EventKind, string>;
  eventPhases: Record<EventPhase, string>;
  organisationKinds: Record<OrganisationKind, string>;
  correctionKinds: Record<CorrectionKind, string>;
  accreditationStages: Record<AccreditationStage, string>;
  releases: Plural;
  views: Plural;
  comments: Plural;
  reactions: Plural;
  observers: Plural;
  delegationCount: Plural;
  organisationCount: Plural;
}

const all: Record<Language, Words> = { kk, ru, en };

/** The fixed texts of a language. */
export function wordsIn(language: Language): Words {
  return all[language];
}
