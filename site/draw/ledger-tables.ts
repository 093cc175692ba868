/** Grows when the tables change: a ledger of another format is begun anew. */
export const ledgerFormat = 2;

/**
 * `pages` has what is told of a page (`listing`), the digest of the view model that it was drawn from, the hash of its
 * bytes, the numbers of the `names` on it, and a digest of what was read for it. The table `reads` says what was read for a page, or, under a negative number, to
 * find the dead links of one of the `texts`. A name in `keys` that is `common` was read for so many pages that it is
 * not said for which.
 */
export const ledgerTables = [
  'CREATE TABLE meta (snapshot TEXT NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL, root TEXT NOT NULL)',
  `CREATE TABLE pages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    indexed INTEGER NOT NULL,
    listing TEXT NOT NULL,
    digest TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    links TEXT NOT NULL,
    reads TEXT NOT NULL
  )`,
  'CREATE TABLE names (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE)',
  'CREATE TABLE media (path TEXT NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (path, page)) WITHOUT ROWID',
  'CREATE INDEX media_by_page ON media (page)',
  `CREATE TABLE texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    document TEXT NOT NULL,
    language TEXT NOT NULL,
    dead TEXT NOT NULL,
    UNIQUE (type, document, language)
  )`,
  'CREATE TABLE keys (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, common INTEGER NOT NULL)',
  `CREATE TABLE reads (
    key INTEGER NOT NULL,
    reader INTEGER NOT NULL,
    since TEXT NOT NULL,
    before TEXT NOT NULL,
    PRIMARY KEY (key, reader, since, before)
  ) WITHOUT ROWID`,
] as const;

/** Made when the tables are filled: that is quicker than to keep them while they grow. */
export const ledgerIndexes = [
  'CREATE INDEX pages_by_owner ON pages (owner)',
  'CREATE INDEX pages_by_kind ON pages (kind)',
  'CREATE INDEX pages_indexed ON pages (indexed) WHERE indexed',
  'CREATE INDEX reads_by_reader ON reads (reader)',
] as const;
