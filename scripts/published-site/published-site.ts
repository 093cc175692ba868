import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { placesHere } from '../publish/run.ts';

/** A site as anybody finds it, in a folder or in the web. */
export interface PublishedSite {
  /** Where it is. */
  place: string;
  /** The text of a file, by its public path. @throws Failure where there is none */
  read(file: string): Promise<string>;
}

/** The site that a command was told of: an address, or a folder seen from where npm was called; otherwise the live one here. */
export function siteNamed(name: string | undefined): PublishedSite {
  if (name === undefined) return publishedSite(placesHere().live);
  return publishedSite(/^https?:\/\//.test(name) ? name : path.resolve(process.env.INIT_CWD ?? '.', name));
}

/** @param place a folder, or an address without a path */
export function publishedSite(place: string): PublishedSite {
  return {
    place,
    read: /^https?:/.test(place) ? (file) => readFromWeb(new URL(file, place)) : (file) => readFromFolder(place, file),
  };
}

async function readFromFolder(folder: string, file: string): Promise<string> {
  const found = path.join(folder, file);
  if (!existsSync(found)) throw missing(file, folder);
  return readFileSync(found, 'utf8');
}

/** How long an answer is waited for, in milliseconds. */
const patience = 30_000;

async function readFromWeb(address: URL): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: Error) => {
    throw new Failure(`${address.href} cannot be read: ${(error.cause as Error | undefined)?.message ?? error.message}.`);
  });
  if (answer.status === 404) throw missing(address.pathname, address.origin);
  if (!answer.ok) throw new Failure(`${address.href} cannot be read: it is answered with status ${answer.status}.`);
  return await answer.text();
}

function missing(file: string, place: string): Failure {
  return new Failure(
    `There is no ${file} in ${place}: either no site of this project stands there, or the file is missing from it.`,
  );
}
