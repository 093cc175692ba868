import type { Language } from '@newsroom/shared/languages';

/** A release in the language in which readers find it at an address. */
export interface CountedPage {
  document: string;
  language: Language;
  /** Where it stands. */
  address: string;
}

/** Which page of a release readers find at which address; addresses that it has left included. */
export class AddressTable {
  readonly #pages = new Map<string, CountedPage>();
  readonly #byAddress = new Map<string, CountedPage>();

  /** @param entries those of another table */
  constructor(entries: Iterable<[address: string, page: CountedPage]> = []) {
    for (const [address, page] of entries) {
      this.#pages.set(nameOf(page), page);
      this.#byAddress.set(address, page);
    }
  }

  /** Adds a page with its own address. */
  add(page: CountedPage): void {
    this.#pages.set(nameOf(page), page);
    this.#byAddress.set(page.address, page);
  }

  /** Adds an address that a page has left, unless another page stands there. */
  addMoved(address: string, { document, language }: Omit<CountedPage, 'address'>): void {
    const page = this.#pages.get(nameOf({ document, language }));
    if (page !== undefined && !this.#byAddress.has(address)) this.#byAddress.set(address, page);
  }

  at(address: string): CountedPage | undefined {
    return this.#byAddress.get(address);
  }

  /** @returns undefined where readers find no such release in the language */
  page(document: string, language: Language): CountedPage | undefined {
    return this.#pages.get(nameOf({ document, language }));
  }

  /** Every address with its page. */
  entries(): Iterable<[address: string, page: CountedPage]> {
    return this.#byAddress;
  }

  get size(): number {
    return this.#byAddress.size;
  }
}

function nameOf({ document, language }: Omit<CountedPage, 'address'>): string {
  return `${document} ${language}`;
}
