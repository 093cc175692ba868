import type { AddressTable, CountedPage } from '../addresses/address-table.ts';
import { hashOfPath, type LogLine } from './log-line.ts';

/** Where a line leads: a page by its number, or to none. */
export const noPage = -1;

/** What a path of a release looks like, whether there is one or not. */
const likeRelease = /^\/[a-z]{2,3}\/news\/\d{4}\/\d{2}\/[^/]+(?:\/|\/index\.html)?$/;

/** What is known of an address, in this order: its hash, where it begins among all, its length, its page, the next one. */
const columns = 5;

/** Finds the pages of releases by the bytes of a path, without making a text of it. */
export class PageIndex {
  readonly #table: AddressTable;
  /** The pages' names, each a document and a language. */
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** By the place that a hash gives, the first address there; each leads to the next one with the same place. */
  readonly #first: Int32Array;
  readonly #mask: number;
  readonly #addresses: Int32Array;
  /** The paths of all addresses, one after the other. */
  readonly #paths: Buffer;

  constructor(table: AddressTable) {
    this.#table = table;
    let places = 1024;
    while (places < table.size * 2) places *= 2;
    this.#first = new Int32Array(places).fill(noPage);
    this.#mask = places - 1;
    this.#addresses = new Int32Array(table.size * columns);
    const entries = [...table.entries()].map(([address, page]) => ({ path: Buffer.from(address), page: this.numberOf(page) }));
    this.#paths = Buffer.concat(entries.map(({ path }) => path));
    let start = 0;
    for (const [index, { path, page }] of entries.entries()) {
      const hash = hashOfPath(path);
      const place = hash & this.#mask;
      this.#addresses.set([hash, start, path.length, page, this.#first[place] ?? noPage], index * columns);
      this.#first[place] = index;
      start += path.length;
    }
  }

  /** The page at a line's path. */
  find({ bytes, pathStart, pathEnd, pathHash }: LogLine): number {
    const rows = this.#addresses;
    for (let index = this.#first[pathHash & this.#mask] ?? noPage; index !== noPage; ) {
      const at = index * columns;
      if (rows[at] === pathHash && rows[at + 2] === pathEnd - pathStart) {
        const start = rows[at + 1] ?? 0;
        if (isEqual(this.#paths, start, bytes, pathStart, pathEnd)) return rows[at + 3] ?? noPage;
      }
      index = rows[at + 4] ?? noPage;
    }
    return noPage;
  }

  /** The page at an address that is written in another way: with a host, with escapes, or as the file that it is. */
  findWritten(address: string): number {
    const page = this.#table.at(plain(address));
    return page === undefined ? noPage : this.numberOf(page);
  }

  /** The number of a page, which it keeps. */
  numberOf({ document, language }: Pick<CountedPage, 'document' | 'language'>): number {
    return this.numberNamed(`${document} ${language}`);
  }

  /** The number of a page by its name; one that no address leads to any more gets a number, too. */
  numberNamed(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  /** @example 0 // => 'abc kk' */
  nameOf(number: number): string {
    const name = this.#names[number];
    if (name === undefined) throw new Error(`There is no page ${number}.`);
    return name;
  }
}

function isEqual(one: Buffer, at: number, other: Buffer, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) if (one[at + index - start] !== other[index]) return false;
  return true;
}

/** Whether an address looks like a release's. */
export function isLikeRelease(address: string): boolean {
  return likeRelease.test(plain(address));
}

/** @example 'https://example.org/kk/%6eews/index.html' // => '/kk/news/' */
function plain(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]*/i, '').replace(/\/index\.html$/, '/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
