import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cmsOrigin } from './cms.ts';
import { Failure } from './failure.ts';
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
 * come to its end, undefined otherwise. Kept in a file that only this user reads until `forgetFirstLogin`. Of a
 * database elsewhere nobody knows before the CMS runs, so a login is offered, and `isTaken` tells what became of it.
 */
export function firstLogin({ demo }: { demo: boolean }): FirstLogin | undefined {
  const unfinished = readLogin();
  if (unfinished !== undefined) return { ...unfinished, demo: unfinished.demo && demo };
  if (process.env.DATABASE_URL ? process.env.NEWSROOM_FIRST_ADMIN_EMAIL : existsSync(files.database)) return undefined;
  const login: FirstLogin = { email: 'admin@example.org', password: password(), demo };
  mkdirSync(path.dirname(files.firstLogin), { recursive: true });
  writeFileSync(`${files.firstLogin}.new`, JSON.stringify(login), { mode: 0o600 });
  renameSync(`${files.firstLogin}.new`, files.firstLogin);
  return login;
}

function readLogin(): FirstLogin | undefined {
  if (!existsSync(files.firstLogin)) return undefined;
  try {
    return JSON.parse(readFileSync(files.firstLogin, 'utf8')) as FirstLogin;
  } catch {
    throw new Failure(
      `${files.firstLogin}, which keeps the first password until it is shown, cannot be read. Begin anew with "npm start -- --fresh", or, if somebody can log in already, remove that file.`,
    );
  }
}

/** Whether the CMS made this administrator: one that has an administrator already makes no other. */
export async function isTaken({ email, password }: FirstLogin): Promise<boolean> {
  const response = await fetch(`${cmsOrigin()}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return response.ok;
}

export function forgetFirstLogin(): void {
  rmSync(files.firstLogin, { force: true });
}

/** About 105 bits, with the capital, small letter and digit that Strapi asks for. */
function password(): string {
  const made = Array.from({ length: 18 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return /[a-z]/.test(made) && /[A-Z]/.test(made) && /\d/.test(made) ? made : password();
}
