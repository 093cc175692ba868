import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..', '..');
const state = path.resolve(repository, process.env.NEWSROOM_VAR || 'var');

/**
 * Where things are on this machine. Everything below `var` can be made again, except the database and uploads.
 * Tests keep a newsroom of their own beside the developer's by `NEWSROOM_VAR`, `NEWSROOM_DIST` and `NEWSROOM_ENV`.
 */
export const folders = {
  repository,
  cms: path.join(repository, 'cms'),
  site: path.join(repository, 'site'),
  /** The site as it is served. */
  dist: path.resolve(repository, process.env.NEWSROOM_DIST || 'site/dist'),
  var: state,
  logs: path.join(state, 'logs'),
  /** Snapshot, compiled sites and editions. */
  siteState: path.join(state, 'site'),
  /** What was drawn last, page by page. */
  ledgers: path.join(state, 'site', 'ledgers'),
  /** Uploaded files, each named by the SHA-256 of its bytes, beside the snapshot whose content they belong to. */
  originals: path.join(state, 'site', 'media', 'originals'),
} as const;

export const files = {
  environment: path.resolve(repository, process.env.NEWSROOM_ENV || '.env'),
  database: path.join(state, 'cms', 'newsroom.sqlite'),
  /** What the publisher took in. */
  snapshot: path.join(state, 'site', 'snapshot.sqlite'),
  /** What `npm run build` took in. */
  buildSnapshot: path.join(state, 'site', 'build', 'snapshot.sqlite'),
  /** There from the first moment of a first start until its end: who may log in, and that the demo is owed. */
  firstLogin: path.join(state, 'first-login.json'),
} as const;
