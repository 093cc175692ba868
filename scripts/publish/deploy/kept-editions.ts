import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { type HeldVersion, heldVersionSchema } from '@newsroom/shared/document-fault';
import { type Edition, editionPath, editionSchema } from '@newsroom/shared/edition';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { editionFolder, type Places } from './places.ts';

/** The edition that readers get; null before the first one. @throws Refusal where it cannot be read */
export function liveEdition(places: Places): Edition | null {
  if (!isLink(places.live)) return null;
  return readEdition(places.live);
}

/**
 * The editions that can be brought back, the live one first, then by age. What a switch left that was killed before its
 * last step never was live, and is none of them.
 */
export function keptEditions(places: Places): Edition[] {
  const live = liveEdition(places)?.generation ?? 0;
  return foldersOfEditions(places)
    .filter((generation) => generation <= live)
    .sort((one, other) => other - one)
    .map((generation) => readEdition(siteOf(places, generation)));
}

/** The generations for which there is a folder, in no order. */
export function foldersOfEditions(places: Places): number[] {
  if (!existsSync(places.editions)) return [];
  return readdirSync(places.editions)
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number);
}

/** The folder of what readers get, or got, of an edition. */
function siteOf(places: Places, generation: number): string {
  return path.join(editionFolder(places, generation), 'site');
}

/** What an edition holds back, with the faults in full. */
export function heldIn(places: Places, generation: number): HeldVersion[] {
  const file = path.join(editionFolder(places, generation), 'held.json');
  return z.array(heldVersionSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}

function readEdition(site: string): Edition {
  const file = path.join(site, editionPath);
  try {
    return editionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Refusal(
      'machine',
      `${file} cannot be read (${(error as Error).message.split('\n')[0]}). Somebody changed what only the publisher writes. Move the folder's "live" and "editions" away, and publish again: a first edition is made.`,
      { cause: error },
    );
  }
}

function isLink(file: string): boolean {
  try {
    readlinkSync(file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code !== 'EINVAL') throw error;
    throw new Refusal(
      'machine',
      `${file} should be a link to the live edition, and is something else. Move it away, and publish again.`,
    );
  }
}
