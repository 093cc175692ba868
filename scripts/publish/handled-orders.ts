import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { epochSchema, seqSchema } from '@newsroom/shared/feed';
import { z } from 'zod';
import { folders } from '../machine/folders.ts';

const handledSchema = z.object({
  /** Whose orders: in another history they are counted anew. */
  epoch: epochSchema,
  /** The newest that was carried out, or could not be; `edition.json` knows only those that made an edition. */
  order: z.int().min(0),
  /** The state up to which somebody confirmed that much of the site may go; -1: none. */
  acceptLossUpTo: seqSchema.or(z.literal(-1)),
});

export type HandledOrders = z.infer<typeof handledSchema>;

const file = path.join(folders.siteState, 'orders.json');

/** What is known of the desk's orders in a history; undefined where that is another history's, or nothing. */
export function handledOrders(): HandledOrders | undefined {
  try {
    return handledSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function noteHandled(handled: HandledOrders): void {
  writeFileSync(`${file}.new`, JSON.stringify(handled));
  renameSync(`${file}.new`, file);
}
