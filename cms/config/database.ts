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
        // Readers do not wait for a writer, and a second process waits a little instead of failing.
        afterCreate(connection: unknown, done: (error?: Error, connection?: unknown) => void) {
          const file = connection as { pragma(text: string): void }; // better-sqlite3's own object
          file.pragma('journal_mode = WAL');
          file.pragma('busy_timeout = 5000');
          done(undefined, connection);
        },
      },
    },
  };
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
