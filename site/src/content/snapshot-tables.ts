/** Grows when the tables change: a snapshot of another format is made anew, and never read. */
export const snapshotFormat = 7;

/**
 * What the feed gave. `documents` is what is drawn. `kept` has a row for each version of which the newest state is not
 * yet known to be live: it came since the last settled state, or it is held. Its `data` is that newest state (null: the
 * version went), its `good_` columns the state that is live (null: none), its `fault` why the newest is not shown.
 *
 *   documents = kept.fault IS NULL ? kept's newest : kept's good; where there is no row in kept, what is live
 *
 * `meta.settled` is the state of which it is known that it was live; null: none, then nothing is kept but what is at
 * fault. A `language` is the empty text where there is none.
 *
 * `meta.id` is another one whenever the snapshot was begun anew: who drew from it knows by it whether the numbers of
 * `touched` go on from those it saw. `touched` names what is another than before, by `readKeys`; where that is a
 * stretch of time, `at` is the place in it, and else the empty text.
 */
export const statedTables = {
  meta: `CREATE TABLE meta (
    id TEXT NOT NULL,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    mark TEXT NOT NULL,
    as_of TEXT NOT NULL,
    admin TEXT NOT NULL,
    settled INTEGER
  )`,
  documents: `CREATE TABLE documents (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    data TEXT NOT NULL,
    path TEXT,
    UNIQUE (type, id, language)
  )`,
  kept: `CREATE TABLE kept (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    data TEXT,
    good_seq INTEGER,
    good_at TEXT,
    good_data TEXT,
    fault TEXT,
    UNIQUE (type, id, language)
  )`,
  touched: `CREATE TABLE touched (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    at TEXT NOT NULL
  )`,
} as const;

/**
 * What queries need of `documents`, so that none has to look into the JSON: made from it alone. A `language` is that of
 * the page that shows something; a `text_language` is the language in which its texts are, another than the page's
 * where they are not translated. A row of `releases` has all that lists show of a release, one of `relations` all by
 * which the releases about something are listed. `left_out` has the pages of what is not translated whose address another document has,
 * `missing_targets` what relations lead to and is not there, with the number of those relations.
 *
 * Without rows' numbers, so that equal content stands in the same order, whatever its history.
 */
export const derivedTables = {
  addresses: `CREATE TABLE addresses (
    path TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    text_language TEXT NOT NULL
  ) WITHOUT ROWID`,
  left_out: `CREATE TABLE left_out (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (type, id, language)
  ) WITHOUT ROWID`,
  releases: `CREATE TABLE releases (
    language TEXT NOT NULL,
    id TEXT NOT NULL,
    text_language TEXT NOT NULL,
    at TEXT NOT NULL,
    month TEXT NOT NULL,
    slug TEXT NOT NULL,
    released_at TEXT NOT NULL,
    public_since TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT,
    corrected INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    PRIMARY KEY (id, language)
  ) WITHOUT ROWID`,
  relations: `CREATE TABLE relations (
    release TEXT NOT NULL,
    language TEXT NOT NULL,
    type TEXT NOT NULL,
    target TEXT NOT NULL,
    position INTEGER NOT NULL,
    released_at TEXT NOT NULL,
    month TEXT NOT NULL,
    at TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    PRIMARY KEY (release, language, type, position)
  ) WITHOUT ROWID`,
  missing_targets: `CREATE TABLE missing_targets (
    type TEXT NOT NULL,
    target TEXT NOT NULL,
    relations INTEGER NOT NULL,
    PRIMARY KEY (type, target)
  ) WITHOUT ROWID`,
  accreditations: `CREATE TABLE accreditations (
    id TEXT NOT NULL PRIMARY KEY,
    event TEXT NOT NULL,
    delegation TEXT,
    organisation TEXT
  ) WITHOUT ROWID`,
  outside_lists: `CREATE TABLE outside_lists (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    captured_at TEXT NOT NULL
  ) WITHOUT ROWID`,
  media: `CREATE TABLE media (
    sha256 TEXT NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    field TEXT NOT NULL,
    width INTEGER,
    PRIMARY KEY (sha256, type, id, language, field)
  ) WITHOUT ROWID`,
  metrics: `CREATE TABLE metrics (
    release TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    views INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    reactions INTEGER NOT NULL,
    PRIMARY KEY (release, day, language)
  ) WITHOUT ROWID`,
} as const;

export const statedIndexes = ['CREATE INDEX documents_by_path ON documents (path)'];

export const derivedIndexes = [
  'CREATE INDEX addresses_by_document ON addresses (type, id)',
  'CREATE INDEX releases_by_time ON releases (language, released_at DESC, id)',
  'CREATE INDEX releases_by_month ON releases (language, month, released_at DESC, id, withdrawn, at)',
  'CREATE INDEX releases_corrected ON releases (language, at) WHERE corrected',
  'CREATE INDEX releases_withdrawn ON releases (language, at) WHERE withdrawn',
  'CREATE INDEX relations_by_target ON relations (type, target, language, released_at DESC, release, month, at, withdrawn)',
  'CREATE INDEX accreditations_by_event ON accreditations (event)',
  'CREATE INDEX accreditations_by_delegation ON accreditations (delegation)',
  'CREATE INDEX accreditations_by_organisation ON accreditations (organisation)',
  'CREATE INDEX media_by_document ON media (type, id)',
  'CREATE INDEX metrics_by_day ON metrics (day, release, language, views, comments, reactions)',
];
