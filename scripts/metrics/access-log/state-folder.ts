import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../machine/failure.ts';
import { parseJson } from '../parse-json.ts';
import type { ReadersShelf } from './day-count.ts';
import { DayOfReaders } from './day-of-readers.ts';
import type { PageIndex } from './page-index.ts';
import { emptyState, type State, stateSchema } from './state.ts';

/** Only the owner reads what is kept of readers. */
const [folderMode, fileMode] = [0o700, 0o600];

/**
 * Where a collector of logs keeps what it knows between its runs: `state.json`, and beside it one file per open day
 * with hashes of readers. Everything becomes true at once, when `state.json` is replaced.
 */
export class StateFolder implements ReadersShelf {
  readonly #folder: string;
  readonly #pages: PageIndex;

  /** @param pages gives pages the numbers by which readers in memory know them */
  constructor(folder: string, pages: PageIndex) {
    this.#folder = folder;
    this.#pages = pages;
  }

  /** @throws Failure where it is not what this program wrote */
  read(): State {
    const place = path.join(this.#folder, 'state.json');
    if (!existsSync(place)) return emptyState;
    const parsed = stateSchema.safeParse(parseJson(readFileSync(place, 'utf8')));
    if (parsed.success) return parsed.data;
    throw new Failure(
      `${place} is damaged: it says how far logs were read. Put a copy of it back. Without one, remove the folder ${this.#folder}; logs of days that the CMS knows must then not be read again.`,
    );
  }

  write(state: State): void {
    this.#make();
    const place = path.join(this.#folder, 'state.json');
    writeFileSync(`${place}.new`, `${JSON.stringify(state)}\n`, { mode: fileMode });
    renameSync(`${place}.new`, place);
    const kept = new Set(Object.values(state.days).map(({ open }) => open?.readers));
    for (const name of readdirSync(this.#folder)) {
      const readers = /^readers-([0-9a-f]{32})$/.exec(name)?.[1];
      if (readers !== undefined && !kept.has(readers)) rmSync(path.join(this.#folder, name), { force: true });
    }
  }

  put(readers: DayOfReaders): string {
    this.#make();
    const name = randomBytes(16).toString('hex');
    const pages = [...readers.pages()].map((number) => [number, this.#pages.nameOf(number)] as const);
    const header = Buffer.from(`${JSON.stringify(pages)}\n`);
    writeFileSync(this.#readersFile(name), Buffer.concat([header, readers.toBytes()]), { mode: fileMode });
    return name;
  }

  take(name: string): DayOfReaders {
    const bytes = readFileSync(this.#readersFile(name));
    const headerEnd = bytes.indexOf(10);
    const pages: [number, string][] = JSON.parse(bytes.toString('utf8', 0, headerEnd));
    const numbers = new Map(pages.map(([number, page]) => [number, this.#pages.numberNamed(page)]));
    return DayOfReaders.from(bytes.subarray(headerEnd + 1), (kept) => numbers.get(kept) ?? kept);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #make(): void {
    mkdirSync(this.#folder, { recursive: true, mode: folderMode });
  }

  #readersFile(name: string): string {
    return path.join(this.#folder, `readers-${name}`);
  }
}
