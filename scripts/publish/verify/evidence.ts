import type { VersionKey, VersionWarning } from '@newsroom/shared/document-fault';
import type { Manifest, ManifestPage } from '../manifest.ts';
import type { Hold } from '../take-in.ts';

/** All that is looked at before an edition goes live. */
export interface Evidence {
  /** What was drawn. */
  manifest: Manifest;
  /** Where it lies. */
  folder: string;
  /** What the live edition consists of; undefined where there is none, or it is not known here. */
  live: Manifest | undefined;
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

/** Whether a page's bytes are readers' already. */
export function isLive({ live }: Evidence): (page: ManifestPage) => boolean {
  const known = new Map(live?.pages.map(({ path, sha256 }) => [path, sha256]));
  return ({ path, sha256 }) => known.get(path) === sha256;
}
