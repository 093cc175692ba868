import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const cms = path.resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');

export const feedToken = 'a-token-that-reads-the-feed';
export const metricsToken = 'a-token-that-sends-metrics';
/** An address at which nobody answers: no test meets a site that happens to run on this machine. */
export const nobody = 'http://127.0.0.1:9';
export const administrator = { email: 'admin@example.org', password: 'Correct-Horse-7' };

/** What tests look at in an answer of the CMS: empty where the answer is no single JSON object. */
export interface Answer {
  data?: { documentId: string; token: string };
  error?: { message: string; details: { errors?: { path: string[]; name: string; message: string }[] } };
}

/** A line of the feed; header and trailer have other members. */
export interface FeedLine {
  type: string;
  id: string;
  language: string;
  seq: number;
  data: Record<string, unknown>;
}

/** A CMS of its own for a test file, on an empty SQLite database, listening on a port of this machine. */
export interface TestNewsroom {
  strapi: Core.Strapi;
  origin: string;
  /** A request as a stranger, with a token, or as a person who logged in. */
  request(
    method: string,
    address: string,
    options?: { token?: string; body?: unknown },
  ): Promise<{ status: number; body: Answer; text: string }>;
  logIn(person?: { email: string; password: string }): Promise<string>;
  /** The feed's lines, parsed. */
  feed(): Promise<FeedLine[]>;
  /** The rows of the change log, oldest first. */
  changes(): Promise<{ id: number; type: string; document: string; language: string; act: string; data: string | null }[]>;
  stop(): Promise<void>;
}

/** @param settings of the environment, beside those that every test has */
export async function startNewsroom(settings: Record<string, string> = {}): Promise<TestNewsroom> {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-cms-'));
  Object.assign(process.env, environmentOf(folder, settings));
  process.chdir(cms);
  const strapi = await createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false }).load();
  strapi.log.level = 'error';
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  strapi.server.mount();
  await strapi.plugin('newsroom').service('comparison').done(); // begun by listening; tests look at the log alone
  const origin = `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`;

  const request = requestsTo(origin);

  return {
    strapi,
    origin,
    request,
    logIn: (person) => logIn(request, person),
    async feed() {
      const { text } = await request('GET', '/api/newsroom/feed', { token: feedToken });
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as FeedLine);
    },
    changes: () => strapi.db.query('plugin::newsroom.change').findMany({ orderBy: { id: 'asc' } }),
    async stop() {
      await quiet(strapi);
      // Strapi's destroy removes the listeners of the whole process, those of the test runner included.
      const removeAllListeners = process.removeAllListeners;
      process.removeAllListeners = () => process;
      await strapi.destroy();
      process.removeAllListeners = removeAllListeners;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The environment of a CMS whose files lie in a folder. */
export function environmentOf(folder: string, settings: Record<string, string>): Record<string, string> {
  return {
    NODE_ENV: 'test',
    NEWSROOM_VAR: folder,
    APP_KEYS: 'one,two',
    API_TOKEN_SALT: 'salt',
    ADMIN_JWT_SECRET: 'secret',
    TRANSFER_TOKEN_SALT: 'salt',
    ENCRYPTION_KEY: '0123456789abcdef0123456789abcdef',
    NEWSROOM_FEED_TOKEN: feedToken,
    NEWSROOM_METRICS_TOKEN: metricsToken,
    NEWSROOM_FIRST_ADMIN_EMAIL: administrator.email,
    NEWSROOM_FIRST_ADMIN_PASSWORD: administrator.password,
    STRAPI_TELEMETRY_DISABLED: 'true',
    SITE_URL: nobody,
    ...settings,
  };
}

/** Requests to a CMS, wherever it runs. */
export function requestsTo(origin: string): TestNewsroom['request'] {
  return async (method, address, { token, body } = {}) => {
    const response = await fetch(`${origin}${address}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: text.startsWith('{') && !text.includes('}\n{') ? (JSON.parse(text) as Answer) : {},
    };
  };
}

/** The token of a person's session. */
export async function logIn(request: TestNewsroom['request'], person = administrator): Promise<string> {
  const { body } = await request('POST', '/admin/login', { body: person });
  return body.data?.token ?? '';
}

/** Waits until the reads that Strapi does after its events, without waiting for them itself, are over. */
async function quiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  while (pool.numUsed() + pool.numPendingAcquires() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
