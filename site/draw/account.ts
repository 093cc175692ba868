import { closeSync, openSync, writeSync } from 'node:fs';
import type { VersionKey } from '@newsroom/shared/document-fault';
import type { DeadLink } from '../src/views/dead-links.ts';
import type { PageKind } from '../src/views/page.ts';

/**
 * What is told of a drawing, for whoever judges whether it may go live. The first line comes before all others, the
 * last after them. Where the drawing is a difference, only those pages are told that were drawn: all else is as it was.
 */
export type AccountLine =
  | {
      account: 1;
      site: string;
      epoch: string;
      seq: number;
      asOf: string;
      /** What the keeper of the drawn files called those that this goes on from; null: all was drawn. */
      base: string | null;
    }
  | {
      kind: 'page';
      path: string;
      file: string;
      page: PageKind;
      sha256: string;
      /** The version that it is the page of. */
      document: VersionKey | null;
      /** The pages that say the same, by language, itself included; of a page of no language in particular none. */
      alternates: Record<string, string>;
    }
  /** A page that was not drawn, and that a drawn one, or one that went, names as its version in another language. */
  | { kind: 'partner'; path: string; alternates: Record<string, string> }
  /** A path of the site that a drawn page names, and one page that does. */
  | { kind: 'named'; path: string; by: string }
  /** A page that is no more, and the pages that name it all the same. */
  | { kind: 'gone'; path: string; file: string; alternates: Record<string, string>; namedBy: string[] }
  /** Whatever else was laid there. */
  | { kind: 'file'; file: string }
  /** A link that an editor wrote and that is drawn as text, for nothing is where it leads. */
  | ({ kind: 'dead-link' } & DeadLink)
  /** A page that was left out. */
  | { kind: 'failed'; path: string; document: VersionKey | null; why: string }
  | { kind: 'warning'; text: string }
  | {
      kind: 'all';
      /** How many pages the site has, and how many of them are of press releases. */
      pages: number;
      releases: number;
      /** How many pages were looked at, whether they were drawn or not. */
      looked: number;
      /** All files that are named by what they hold, relative to the site. */
      assets: string[];
      /** The files of the sitemap, which is made when all else is live, relative to the site. */
      sitemap: string[];
    };

/** Writes an account as NDJSON. */
export class AccountFile {
  readonly #file: number;
  #lines: string[] = [];

  constructor(file: string) {
    this.#file = openSync(file, 'w');
  }

  write(line: AccountLine): void {
    this.#lines.push(`${JSON.stringify(line)}\n`);
    if (this.#lines.length >= 1000) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#lines.join(''));
    this.#lines = [];
  }
}
