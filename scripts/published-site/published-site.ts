import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { placesHere } from '../publish/run.ts';

/** A site as anybody finds it, in a folder or in the web. */
export interface PublishedSite {
  /** Where it is. */
  place: string;
  /** The origin of its addresses, where it is in the web. */
  origin: string | undefined;
  /** The text of a file or page, by its public path; undefined where there is none. @throws Failure where it cannot be read */
  find(file: string): Promise<string | undefined>;
  /** The same. @throws Failure also where there is none */
  read(file: string): Promise<string>;
}

/** The site that a command was told of: an address, or a folder seen from where npm was called; otherwise the live one here. */
export function siteNamed(name: string | undefined): PublishedSite {
  if (name === undefined) return publishedSite(placesHere().live);
  return publishedSite(/^https?:\/\//.test(name) ? name : path.resolve(process.env.INIT_CWD ?? '.', name));
}

/** @param place a folder, or an address without a path */
export function publishedSite(place: string): PublishedSite {
  const origin = /^https?:/.test(place) ? new URL(place).origin : undefined;
  const find = (file: string) => (origin === undefined ? findInFolder(place, file) : findInWeb(origin, file));
  return {
    place,
    origin,
    find,
    async read(file) {
      const text = await find(file);
      if (text === undefined) throw missing(file, origin ?? place);
      return text;
    },
  };
}

async function findInFolder(folder: string, file: string): Promise<string | undefined> {
  const found = path.join(folder, file, file.endsWith('/') ? 'index.html' : '');
  return statSync(found, { throwIfNoEntry: false })?.isFile() ? readFileSync(found, 'utf8') : undefined;
}

/** How long an answer is waited for, in milliseconds. */
const patience = 30_000;

async function findInWeb(origin: string, file: string): Promise<string | undefined> {
  // A path that begins with two slashes is one of this host as well.
  const address = new URL(origin);
  address.pathname = file;
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: Error) => {
    throw new Failure(`${address.href} cannot be read: ${(error.cause as Error | undefined)?.message ?? error.message}.`);
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Failure(`${address.href} cannot be read: it is answered with status ${answer.status}.`);
  return await answer.text();
}

function missing(file: string, place: string): Failure {
  return new Failure(
    `There is no ${file} in ${place}: either no site of this project stands there, or the file is missing from it.`,
  );
}
