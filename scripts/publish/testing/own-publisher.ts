import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Edition, editionSchema } from '@newsroom/shared/edition';
import { placesIn } from '../deploy/places.ts';
import type { StubCms } from './stub-cms.ts';

const repository = path.resolve(import.meta.dirname, '..', '..', '..');

/** Compiled sites are the same for all tests, and take seconds to make. */
const compiled = path.join(tmpdir(), `newsroom-compiled-${process.pid}`);

/** A machine of its own that publishes what a CMS has: settings and folders of its own, the same code. */
export interface OwnPublisher {
  folder: string;
  environment: NodeJS.ProcessEnv;
  places: ReturnType<typeof placesIn>;
  /** Runs one of the project's commands to its end. */
  run(script: string, ...args: string[]): Promise<{ code: number | null; output: string }>;
  start(script: string, ...args: string[]): { child: ChildProcess; output: () => string; ended: Promise<number | null> };
  edition(): Edition;
  /** A page of the live edition; undefined where there is none. */
  page(file: string): string | undefined;
  remove(): void;
}

export function makePublisher(cms: StubCms, more: NodeJS.ProcessEnv = {}): OwnPublisher {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-publisher-'));
  const places = placesIn(path.join(folder, 'var', 'site'));
  mkdirSync(places.root, { recursive: true });
  mkdirSync(compiled, { recursive: true });
  symlinkSync(compiled, path.join(places.root, 'compiled'));
  writeFileSync(path.join(folder, 'env'), `NEWSROOM_FEED_TOKEN=${cms.token}\n`);
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NEWSROOM_VAR: path.join(folder, 'var'),
    NEWSROOM_DIST: path.join(folder, 'dist'),
    NEWSROOM_ENV: path.join(folder, 'env'),
    NEWSROOM_CMS_ORIGIN: cms.origin,
    ...more,
  };
  const start: OwnPublisher['start'] = (script, ...args) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(repository, script), ...args], {
      cwd: repository,
      env: environment,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
  };
  return {
    folder,
    environment,
    places,
    start,
    run: async (script, ...args) => {
      const { output, ended } = start(script, ...args);
      return { code: await ended, output: output() };
    },
    edition: () => editionSchema.parse(JSON.parse(readFileSync(path.join(places.live, 'edition.json'), 'utf8'))),
    page: (file) => {
      try {
        return readFileSync(path.join(places.live, file), 'utf8');
      } catch {
        return undefined;
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A second machine in the very state of a first one. */
export function copyOf(publisher: OwnPublisher, cms: StubCms, more: NodeJS.ProcessEnv = {}): OwnPublisher {
  const copy = makePublisher(cms, more);
  rmSync(path.join(copy.folder, 'var'), { recursive: true });
  cpSync(path.join(publisher.folder, 'var'), path.join(copy.folder, 'var'), { recursive: true, verbatimSymlinks: true });
  return copy;
}
