import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { adminAddress } from '@newsroom/shared/admin-address';
import type { FeedEntry, FeedHeader } from '@newsroom/shared/feed';
import { describeDocument } from './check-entry.ts';
import { FeedFault, type FeedFaults } from './feed-fault.ts';
import { makePictures } from './make-pictures.ts';
import { mediaFolder } from './media-folder.ts';
import { isPicture, type MediaUse, mediaUses } from './media-uses.ts';

/** The files that a feed names, and what is made of them. */
export class MediaIntake {
  readonly #header: FeedHeader;
  readonly #folder: ReturnType<typeof mediaFolder>;
  /** Of each file its first use: the documents that a fault names. */
  readonly #uses = new Map<string, MediaUse & { entry: FeedEntry }>();

  constructor(header: FeedHeader, snapshot: string) {
    this.#header = header;
    this.#folder = mediaFolder(snapshot);
  }

  add(entry: FeedEntry): void {
    for (const use of mediaUses(entry)) {
      if (!this.#uses.has(use.file.sha256)) this.#uses.set(use.file.sha256, { ...use, entry });
    }
  }

  /** Makes all pictures that are not there yet; a file that is missing or no picture is a fault. */
  async make(faults: FeedFaults): Promise<void> {
    dropOtherFormats(this.#folder.made);
    for (const use of this.#uses.values()) {
      const fault = await this.#make(use);
      if (fault !== undefined) faults.add(fault);
    }
  }

  async #make({ file, field, entry }: MediaUse & { entry: FeedEntry }): Promise<FeedFault | undefined> {
    const original = join(this.#folder.originals, file.sha256);
    const place = `${describeDocument(entry)}: the file “${file.name}” of the field "${field}"`;
    if (!existsSync(original)) {
      const hint = `Pull it from the CMS, or lay it there as ${original}.`;
      return new FeedFault('media-missing', `${place} was not pulled.`, hint);
    }
    if (!isPicture(file)) return undefined;
    const { made } = this.#folder;
    const wrong = await makePictures({ original, made, sha256: file.sha256, width: file.dimensions.width });
    if (wrong === undefined) return undefined;
    const address = adminAddress(this.#header.admin, entry.type, entry.id, entry.language);
    return new FeedFault('media-unreadable', `${place} ${wrong}.`, `Put another picture there at ${address} and publish again.`);
  }
}

/** Pictures that were made in another way than now are of no use to anybody. */
function dropOtherFormats(made: string): void {
  const formats = dirname(made);
  for (const name of existsSync(formats) ? readdirSync(formats) : []) {
    if (name !== basename(made)) rmSync(join(formats, name), { recursive: true, force: true });
  }
}
