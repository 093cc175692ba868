import { releasePath } from '@newsroom/shared/permalink';
import type { Admin } from '../../faults/admin.ts';
import { Failure } from '../../machine/failure.ts';
import type { Unnumbered } from '../../scale/document.ts';

type Release = Extract<Unnumbered, { type: 'press-release' }>;

/** An edit of one release that the CMS has answered as published. */
export interface Edit {
  /** Stands on its page, and on no other. */
  words: string;
  /** Where its page is. */
  address: string;
  /** When it was asked for, and when the answer came, by `performance.now()`. */
  asked: number;
  answered: number;
}

/** An editor who changes the titles of releases all over an archive, one after the other. */
export class Edits {
  readonly #admin: Admin;
  readonly #releases: Release[];

  constructor(admin: Admin, entries: readonly Unnumbered[]) {
    this.#admin = admin;
    this.#releases = entries.filter((entry): entry is Release => entry.type === 'press-release' && entry.language === 'kk');
  }

  /** Publishes a release with another title. @param turn another number each time, from 1 on */
  async publish(turn: number): Promise<Edit> {
    // Strides of the golden ratio fall all over the archive, never on the same release soon.
    const place = Math.floor(this.#releases.length * ((turn * 0.6180339887) % 1));
    const release = this.#releases[place];
    if (release === undefined) throw new Failure('There is no release to edit.');
    const words = `Түзетілді № ${turn} ${release.id}`;
    const asked = performance.now();
    const told = await this.#admin.send(
      'POST',
      `/content-manager/collection-types/plugin::newsroom.press-release/${release.id}/actions/publish?locale=kk`,
      { title: words },
    );
    if (told.answer !== 'done') throw new Failure(`The CMS did not publish ${release.id}: ${told.why}`);
    const address = releasePath('kk', release.data.addressMonth, release.data.slug);
    return { words, address, asked, answered: performance.now() };
  }
}
