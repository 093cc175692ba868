import type { VersionKey, VersionWarning } from '@newsroom/shared/document-fault';
import type { Account } from '../account.ts';
import type { Hold } from '../take-in.ts';

/** All that is looked at before an edition goes live. */
export interface Evidence {
  /** What was drawn. */
  account: Account;
  /** Where it lies. */
  folder: string;
  /** Whether the edition that is made has something at a path. */
  isThere(path: string): boolean;
  /** Whether the edition that readers get has something at a path; never, where that is not known here. */
  wasLive(path: string): boolean;
  /** What readers get of a file; undefined where it is not there, or not known here. */
  liveBytes(file: string): Buffer | undefined;
  /** How many pages the live edition has; 0: there is none. */
  livePages: number;
  /** The versions that are new in this edition: whether they may go live is judged. */
  judged: readonly VersionKey[];
  /** How many press releases there are, whatever their languages. */
  releases: number;
  /** What must stand on no page: secrets, and addresses of the CMS. */
  secrets: readonly Secret[];
}

export interface Secret {
  text: string;
  /** How to call it without saying it. */
  name: string;
}

/** What was found; only faults that are no single document's refuse the edition. */
export interface Findings {
  holds: Hold[];
  warnings: VersionWarning[];
  /** One sentence each. */
  faults: string[];
}

export const nothingFound: Findings = { holds: [], warnings: [], faults: [] };

/** A version's name, to look it up by. */
export function keyOf({ type, id, language }: VersionKey): string {
  return `${type} ${id} ${language ?? ''}`;
}
