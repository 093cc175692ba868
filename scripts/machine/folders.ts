import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..', '..');

/** Where things are on this machine. Everything below `var` can be made again, except the database and uploads. */
export const folders = {
  repository,
  cms: path.join(repository, 'cms'),
  site: path.join(repository, 'site'),
  /** The site as it is served. */
  dist: path.join(repository, 'site', 'dist'),
  var: path.join(repository, 'var'),
  logs: path.join(repository, 'var', 'logs'),
} as const;

export const files = {
  environment: path.join(repository, '.env'),
  database: path.join(repository, 'var', 'cms', 'newsroom.sqlite'),
  /** The feed as it was pulled last. */
  feed: path.join(repository, 'var', 'site', 'feed.ndjson'),
  snapshot: path.join(repository, 'var', 'site', 'snapshot.sqlite'),
  /** There from the first moment of a first start until its end: who may log in, and that the demo is owed. */
  firstLogin: path.join(repository, 'var', 'first-login.json'),
} as const;
