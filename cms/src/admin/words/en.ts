/** What editors who work in English read: types by their display names, values of lists, fields by type. */
export const en = {
  types: {
    'Press release': 'Press releases',
    Delegation: 'Delegations',
    'Observer organisation': 'Observer organisations',
    Event: 'Events',
    'Site settings': 'Site settings',
  },
  values: {
    news: 'News',
    statement: 'Statement',
    announcement: 'Announcement',
    decision: 'Decision',
    briefing: 'Briefing',
    intergovernmental: 'Intergovernmental organisation',
    'parliamentary-assembly': 'Parliamentary assembly',
    parliament: 'Parliament',
    'non-governmental': 'Non-governmental organisation',
    other: 'Other',
    referendum: 'Referendum',
    presidential: 'Presidential election',
    parliamentary: 'Parliamentary election',
    local: 'Local vote',
    upcoming: 'Upcoming',
    'under-way': 'Under way',
    closed: 'Closed',
  },
  fields: {
    'press-release': {
      title: 'Title',
      slug: 'Slug',
      summary: 'Summary',
      body: 'Text',
      kind: 'Kind',
      releasedAt: 'Date of release',
      event: 'Event',
      delegations: 'Delegations',
      observerOrganisations: 'Observer organisations',
    },
    delegation: {
      electionBody: 'Election body',
      countryCode: 'Country code (KZ)',
      slug: 'Slug',
      description: 'Description',
      website: 'Website',
    },
    'observer-organisation': {
      name: 'Name',
      acronym: 'Acronym',
      slug: 'Slug',
      kind: 'Kind',
      description: 'Description',
      website: 'Website',
    },
    event: {
      name: 'Name',
      slug: 'Slug',
      kind: 'Kind',
      votingDay: 'Voting day',
      phase: 'Phase',
      summary: 'Summary',
    },
    'site-settings': {
      name: 'Name of the site',
      description: 'Description',
      publisher: 'Publisher',
      contact: 'Contact',
      siteNotice: 'Notice at the top of every page',
      popularWindowDays: 'Popular list: days that count',
      popularCommentWeight: 'Popular list: a comment is worth … views',
      popularReactionWeight: 'Popular list: a reaction is worth … views',
      popularHalfLifeDays: 'Popular list: a view counts half after … days (empty: never)',
      popularSize: 'Popular list: number of releases',
    },
  },
} as const;

/** The same words in another language: none may be missing. */
export type Words = {
  types: Record<keyof (typeof en)['types'], string>;
  values: Record<keyof (typeof en)['values'], string>;
  fields: { [T in keyof (typeof en)['fields']]: Record<keyof (typeof en)['fields'][T], string> };
};
