import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { files } from './folders.ts';

/** The first administrator of a new database, until the password has been shown. */
export interface FirstLogin {
  email: string;
  password: string;
  /** Whether the demo newsroom is to be sent. */
  demo: boolean;
}

/** Letters and digits that nobody mistakes for one another when copying from a screen. */
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * The login of a first start: made when there is no database yet, found again when an earlier first start did not
 * come to its end, undefined otherwise. Kept in a file that only this user reads until `forgetFirstLogin`.
 */
export function firstLogin({ demo }: { demo: boolean }): FirstLogin | undefined {
  const unfinished = readLogin();
  if (unfinished !== undefined) return { ...unfinished, demo: unfinished.demo && demo };
  if (existsSync(files.database) || process.env.DATABASE_URL) return undefined;
  const login: FirstLogin = { email: 'admin@example.org', password: password(), demo };
  mkdirSync(path.dirname(files.firstLogin), { recursive: true });
  writeFileSync(`${files.firstLogin}.new`, JSON.stringify(login), { mode: 0o600 });
  renameSync(`${files.firstLogin}.new`, files.firstLogin);
  return login;
}

function readLogin(): FirstLogin | undefined {
  return existsSync(files.firstLogin) ? (JSON.parse(readFileSync(files.firstLogin, 'utf8')) as FirstLogin) : undefined;
}

export function forgetFirstLogin(): void {
  rmSync(files.firstLogin, { force: true });
}

/** About 105 bits, with the capital, small letter and digit that Strapi asks for. */
function password(): string {
  const made = Array.from({ length: 18 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return /[a-z]/.test(made) && /[A-Z]/.test(made) && /\d/.test(made) ? made : password();
}
