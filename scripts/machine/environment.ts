import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Failure } from './failure.ts';
import { files, folders } from './folders.ts';
import { readSettings } from './settings-file.ts';

/** The secrets that every copy has for itself, made at the first start. */
const secrets: Record<string, () => string> = {
  APP_KEYS: () => `${secret(24)},${secret(24)}`,
  API_TOKEN_SALT: () => secret(24),
  ADMIN_JWT_SECRET: () => secret(24),
  TRANSFER_TOKEN_SALT: () => secret(24),
  ENCRYPTION_KEY: () => secret(24),
  NEWSROOM_FEED_TOKEN: () => secret(48),
  NEWSROOM_METRICS_TOKEN: () => secret(48),
};

const opening = `# Settings and secrets of this copy. Made by the first start; never commit it, never share it.
# Further settings, with what holds when they are not given:
#   CMS_PORT=1337  CMS_HOST=127.0.0.1  CMS_URL=   (the address at which editors reach the CMS, behind a proxy)
#   SITE_PORT=4321 SITE_URL=           (the address at which readers reach the site)
#   DATABASE_URL=                      (a PostgreSQL database; otherwise SQLite below var/)
#   SITE_ACCESS_LOG=                   (where "npm start" and "npm run serve" write who asked for what: var/logs/access.log; otherwise nowhere)
#   NEWSROOM_OFFICE_NETWORKS=          (the office's own networks, whose requests are no views: 198.51.100.0/24, 2001:db8::/32)
#   NEWSROOM_CALL=none                 (github or webhook: whom the CMS calls about what is published; see docs/019-desk.md)
#   NEWSROOM_CMS_ORIGIN=               (where a publisher reaches the CMS, if it is not on the same machine)
#   NEWSROOM_EDITION_URL=              (the address of the site, without a path, if it is not served from the publisher's machine)
`;

/**
 * Reads `.env` into `process.env`, where a variable that is set already stays. Makes the file, or the secrets that
 * it lacks, if need be.
 */
export function loadEnvironment(): void {
  for (const [name, value] of Object.entries(readSettings(files.environment, opening, secrets))) process.env[name] ??= value;
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  process.env.SITE_URL = siteOrigin(process.env.SITE_URL || siteAddress());
}

/** The secrets of this copy, none of which anybody outside may read. */
export function knownSecrets(): string[] {
  return [...Object.keys(secrets), 'NEWSROOM_CALL_URL', 'NEWSROOM_CALL_SECRET', 'NEWSROOM_GITHUB_TOKEN', 'DATABASE_URL']
    .flatMap((name) => process.env[name]?.split(',') ?? [])
    .filter((value) => value.length >= 16);
}

/** The address of the site as it stands in its pages. @throws Failure where it is none */
function siteOrigin(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Failure(
      `SITE_URL is "${text}". It must be an address such as https://news.example.org, without a path: the site stands at the root of its host.`,
    );
  }
  return url.origin;
}

/** Where the site's own server writes who asked for what; undefined: nowhere. */
export function accessLog(): string | undefined {
  const name = process.env.SITE_ACCESS_LOG;
  return name ? path.resolve(folders.repository, name) : undefined;
}

/** The port on which the site is served here. */
export function sitePort(): number {
  return portFrom('SITE_PORT', 4321);
}

/** The port on which the CMS listens here. */
export function cmsPort(): number {
  return portFrom('CMS_PORT', 1337);
}

/** Where a person opens the site on this machine. */
export function siteAddress(): string {
  return `http://localhost:${sitePort()}`;
}

/** Where a person opens the CMS: the public address if it has one. */
export function cmsAddress(): string {
  return process.env.CMS_URL || `http://localhost:${cmsPort()}`;
}

function portFrom(name: string, otherwise: number): number {
  const text = process.env[name] || String(otherwise);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`${name} is "${text}", which is no port. Give it a number from 1 to 65535, in .env or before the command.`);
  }
  return port;
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
