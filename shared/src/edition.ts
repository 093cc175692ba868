import { z } from 'zod';
import { textSchema } from './document.ts';
import { documentFaultKinds, heldVersionSchema } from './document-fault.ts';
import { epochSchema, markSchema, seqSchema } from './feed.ts';
import { instantSchema, localDaySchema } from './local-time.ts';
import { fileDigestSchema } from './media.ts';

/** Where the site says which edition it is. */
export const editionPath = '/edition.json';

/**
 * Where a site says which edition it is. A site stands at the root of its host.
 *
 * @param setting the name of what was set, for the error
 * @param site the site's address, as whoever asks reaches it
 * @throws Error in an operator's words
 * @example ('NEWSROOM_EDITION_URL', 'https://news.example.org/') // => 'https://news.example.org/edition.json'
 */
export function editionAddress(setting: string, site: string): string {
  const [, root] = /^(https?:\/\/[^\s/?#@]+)\/?$/.exec(site) ?? [];
  if (root !== undefined) return `${root}${editionPath}`;
  throw new Error(
    `${setting} is "${site}". It must be the address of the site, such as https://news.example.org, without a path: ${editionPath} is asked for below it.`,
  );
}

/** `edition.json` is smaller than this, in bytes. */
export const editionSizeLimit = 4096;

/** So many held versions are listed by name; `heldCount` counts all. */
export const heldListed = 12;

/**
 * Whence the site was rolled back, as anybody may read in `edition.json`. The desk alone knows who gave an order, and
 * puts the name of that person in the place of its own for people who are logged in.
 */
export const pausedBy = { desk: 'the desk', operator: '"npm run rollback"' } as const;

/** Who rolled the site back, and when: it stays as it is until it is released. */
export const pauseSchema = z.strictObject({ by: textSchema.max(120), at: instantSchema });

export type Pause = z.infer<typeof pauseSchema>;

/**
 * What an edition is made from: equal makings, equal sites. The publisher works until the live edition's making is the
 * one that should be.
 */
export const makingSchema = z.strictObject({
  epoch: epochSchema,
  seq: seqSchema,
  /** The digest of the site's code. */
  code: fileDigestSchema,
  /** The local day that rankings and "latest" were computed for. */
  asOf: localDaySchema,
});

export type Making = z.infer<typeof makingSchema>;

/** What stands in `edition.json`: anybody may read it, so it says nothing of what is not public. */
export const editionSchema = z.strictObject({
  edition: z.literal('newsroom'),
  version: z.literal(1),
  /** Grows with every switch, a rollback's too. */
  generation: z.int().min(1),
  ...makingSchema.shape,
  mark: markSchema,
  /** When it was put in its place. */
  at: instantSchema,
  /** How many files were drawn. */
  pages: z.int().min(1),
  /** Without what is wrong: that is for editors only. The first `heldListed`, by type, id and language. */
  held: z.array(heldVersionSchema.omit({ fault: true }).extend({ fault: z.enum(documentFaultKinds) })).max(heldListed),
  heldCount: z.int().min(0),
  paused: pauseSchema.nullable(),
  /** The newest of the desk's orders that was carried out; 0: none yet. */
  order: z.int().min(0),
});

export type Edition = z.infer<typeof editionSchema>;
