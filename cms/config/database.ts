import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** PostgreSQL where `DATABASE_URL` names one, else one SQLite file below the repository's `var/`. */
const database = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const url = env('DATABASE_URL', '');
  return url === '' ? sqlite(`${env('NEWSROOM_VAR') || 'var'}/cms/newsroom.sqlite`) : postgres(new URL(url));
};

function sqlite(file: string): Core.Config.Database<'sqlite'> {
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.resolve(process.cwd(), '..', file) },
      useNullAsDefault: true,
      pool: {
        afterCreate(connection: unknown, done: (error?: Error, connection?: unknown) => void) {
          letProcessesTakeTurns(connection as SqliteConnection);
          done(undefined, connection);
        },
      },
    },
  };
}

/** What we need of better-sqlite3's own object. */
interface SqliteConnection {
  pragma(text: string): void;
  prepare(sql: string): unknown;
}

/**
 * Readers do not wait for a writer, and a second process waits a little instead of failing. For that a transaction has to
 * ask for its turn when it begins: one that has read already is refused at its first write if another process wrote in
 * between, however long it would wait.
 */
function letProcessesTakeTurns(connection: SqliteConnection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('busy_timeout = 5000');
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql);
}

function postgres(url: URL): Core.Config.Database<'postgres'> {
  return {
    connection: {
      client: 'postgres',
      connection: {
        host: url.hostname,
        port: Number(url.port || 5432),
        database: decodeURIComponent(url.pathname.slice(1)),
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        ssl: url.searchParams.get('sslmode') === 'require',
      },
    },
  };
}

export default database;
