/** Grows when the tables change: a snapshot of another format is made anew, and never read. */
export const snapshotFormat = 3;

/**
 * The tables of the snapshot. `documents` holds all that the feed gave; the others are what queries need of it,
 * so that no query has to look into the JSON. A `language` is that of the page that shows something, and the empty
 * text where there is none; a `text_language` is the language in which its texts are, another than the page's where
 * they are not translated.
 */
export const snapshotTables = {
  meta: `CREATE TABLE meta (
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    admin TEXT NOT NULL
  )`,
  documents: `CREATE TABLE documents (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    at TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (type, id, language)
  )`,
  addresses: `CREATE TABLE addresses (
    path TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    text_language TEXT NOT NULL
  )`,
  releases: `CREATE TABLE releases (
    language TEXT NOT NULL,
    id TEXT NOT NULL,
    text_language TEXT NOT NULL,
    at TEXT NOT NULL,
    month TEXT NOT NULL,
    slug TEXT NOT NULL,
    released_at TEXT NOT NULL,
    public_since TEXT NOT NULL,
    corrected INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    PRIMARY KEY (language, id)
  )`,
  relations: `CREATE TABLE relations (
    release TEXT NOT NULL,
    language TEXT NOT NULL,
    type TEXT NOT NULL,
    target TEXT NOT NULL,
    position INTEGER NOT NULL,
    released_at TEXT NOT NULL,
    PRIMARY KEY (release, language, type, position)
  )`,
  accreditations: `CREATE TABLE accreditations (
    id TEXT NOT NULL PRIMARY KEY,
    event TEXT NOT NULL,
    delegation TEXT,
    organisation TEXT
  )`,
  outside_lists: `CREATE TABLE outside_lists (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    captured_at TEXT NOT NULL
  )`,
  media: `CREATE TABLE media (
    sha256 TEXT NOT NULL PRIMARY KEY
  )`,
  metrics: `CREATE TABLE metrics (
    release TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    views INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    reactions INTEGER NOT NULL,
    PRIMARY KEY (release, day, language)
  )`,
} as const;

export const snapshotIndexes = [
  'CREATE INDEX addresses_by_document ON addresses (type, id)',
  'CREATE INDEX releases_by_time ON releases (language, released_at DESC, id)',
  'CREATE INDEX releases_by_month ON releases (month, language, released_at DESC, id)',
  'CREATE INDEX releases_corrected ON releases (language) WHERE corrected',
  'CREATE INDEX relations_by_target ON relations (type, target, language, released_at DESC)',
  'CREATE INDEX accreditations_by_event ON accreditations (event)',
  'CREATE INDEX accreditations_by_delegation ON accreditations (delegation)',
  'CREATE INDEX accreditations_by_organisation ON accreditations (organisation)',
  'CREATE INDEX metrics_by_day ON metrics (day)',
];
