import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledSite, Drawn } from '../integrations/compiled-entry.ts';
import type { Snapshot } from '../src/content/snapshot.ts';
import type { Page } from '../src/views/page.ts';
import { DrawFault } from './draw-fault.ts';
import type { NamedPaths } from './named-paths.ts';

/** A page that is to be drawn. */
export interface PageOrder {
  page: Page;
  /** The digest of the view model that it was drawn from last: where it is the same still, nothing is drawn. */
  known?: string | undefined;
}

/** What became of it. */
export type PageResult =
  | {
      kind: 'drawn';
      digest: string;
      /** The hash of the bytes that were written. */
      sha256: string;
      /** The paths of the site that it names, decoded, without what follows a `?` or `#`; where nothing goes on from the
       *  drawing, only those that no page of this easel named before. */
      links: string[];
      reads: string[];
    }
  | { kind: 'same'; reads: string[] }
  | { kind: 'failed'; why: string };

/** What is needed to draw pages into a folder. */
export interface Easel {
  compiled: CompiledSite;
  snapshot: Snapshot;
  named: NamedPaths;
  out: string;
  /** Another drawing goes on from this one: then it is told of each page what it names, and what was read for it. */
  goesOn: boolean;
}

/** Draws a page into its file. */
export async function drawOne(easel: Easel, { page, known }: PageOrder): Promise<PageResult> {
  const { compiled, snapshot, named, out, goesOn } = easel;
  const drawn = await compiled.drawPage(snapshot, page, goesOn ? known : null);
  if (drawn.kind === 'failed') return { kind: 'failed', why: `The page ${page.path} cannot be drawn. ${causeOf(drawn)}` };
  const { digest, reads } = drawn.shaped;
  if (drawn.kind === 'same') return { kind: 'same', reads: [...reads] };
  const file = join(out, page.file);
  makeFolder(dirname(file));
  const body = Buffer.from(drawn.body.buffer, drawn.body.byteOffset, drawn.body.byteLength);
  writeFileSync(file, body);
  const all = page.kind === 'redirects' ? [] : named.of(page.path, body);
  const links = goesOn ? all : named.firstOf(all);
  return { kind: 'drawn', digest, sha256: hash('sha256', body), links, reads: goesOn ? [...reads] : [] };
}

/** Nearly every page has a folder of its own, in one that is there: that is tried first. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
}

/** What a page that cannot be drawn stops, where nobody can do without it. */
export function drawFault(why: string): DrawFault {
  return new DrawFault(why, 'Nothing was published. Mend the cause: the content of that page, or the code that draws it.');
}

function causeOf({ cause, status }: Extract<Drawn, { kind: 'failed' }>): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : `it answered with status ${status}`;
}
