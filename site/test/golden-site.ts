import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { mediaFolder } from '../src/content/media-folder.ts';
import { runNodeWell } from './run-command.ts';

const example = fileURLToPath(new URL('../../shared/examples/meetings-with-observers/', import.meta.url));

/** The golden example of a feed. */
export const goldenFeed = join(example, 'feed.ndjson');

/** What the site must show of the golden feed. */
export interface GoldenPages {
  /** The local day that the site is made for. */
  asOf: string;
  pages: Record<string, GoldenPage>;
}

/** The facts that one page must show. */
export interface GoldenPage {
  /** The page's language, title, headings in order, and alternates: these and no others. */
  language: string;
  title: string;
  headings: string[];
  alternates: Record<string, string>;
  /** Links, texts and parts of the HTML that must be among the page's. */
  links?: string[];
  texts?: string[];
  html?: string[];
  /** What must not be in the HTML. */
  without?: string[];
}

// The file is part of the contract and read by this test alone, which fails where it has another shape.
export const goldenPages: GoldenPages = JSON.parse(readFileSync(join(example, 'pages.json'), 'utf8'));

/** The golden example's site, and what it was made from: files and folders. */
export interface GoldenSite {
  compiled: string;
  snapshot: string;
  drawn: string;
  /** For what else tests write. */
  scratch: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    goldenSite: GoldenSite;
  }
}

/** Makes the golden example's site with the site's own commands, once for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-site-'));
  const snapshot = join(folder, 'snapshot.sqlite');
  const drawn = join(folder, 'drawn');
  cpSync(join(example, 'media'), mediaFolder(snapshot).originals, { recursive: true });
  await runNodeWell(['src/content/take-in.ts', '--feed', goldenFeed, '--snapshot', snapshot, '--as-of', goldenPages.asOf]);
  const compiled = await runNodeWell(['draw/compile.ts', '--into', join(folder, 'compiled')]);
  await runNodeWell(['draw/draw.ts', '--compiled', compiled, '--snapshot', snapshot, '--out', drawn]);
  project.provide('goldenSite', { compiled, snapshot, drawn, scratch: folder });
  return () => rmSync(folder, { recursive: true, force: true });
}
