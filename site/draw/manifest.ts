import { closeSync, openSync, writeSync } from 'node:fs';
import type { VersionKey } from '@newsroom/shared/document-fault';
import type { DeadLink } from '../src/views/dead-links.ts';
import type { PageKind } from '../src/views/page.ts';

/** What is told of a drawn site, for whoever judges whether it may go live; the first line comes before all others. */
export type ManifestLine =
  | { manifest: 1; site: string; epoch: string; seq: number; asOf: string }
  | {
      kind: 'page';
      path: string;
      file: string;
      page: PageKind;
      sha256: string;
      /** The version that it is the page of. */
      document: VersionKey | null;
      /** The paths of the site that it names, decoded, without what follows a `?` or `#`. */
      links: string[];
      /** The pages that say the same, by language, itself included; of a page of no language in particular none. */
      alternates: Record<string, string>;
    }
  /** Whatever else was laid there. */
  | { kind: 'file'; file: string }
  /** A link that an editor wrote and that is drawn as text, for nothing is where it leads. */
  | ({ kind: 'dead-link' } & DeadLink)
  /** A page that was left out. */
  | { kind: 'failed'; path: string; document: VersionKey | null; why: string }
  | { kind: 'warning'; text: string };

/** Writes a manifest as NDJSON, line by line. */
export class ManifestFile {
  readonly #file: number;

  constructor(file: string) {
    this.#file = openSync(file, 'w');
  }

  write(line: ManifestLine): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}
