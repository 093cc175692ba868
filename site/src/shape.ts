import { hash } from 'node:crypto';
import type { Snapshot } from './content/snapshot.ts';

/** What is known of a view model; where nobody asks for it, digest and reads are empty. */
export interface Shaped {
  digest: string;
  /** All that was read for it, as `readOf` writes it. */
  reads: ReadonlySet<string>;
  /** Whether the page was drawn from an equal one. */
  isKnown: boolean;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Shapes what a page shows, or gives the answer that stands in its place: 404 where there is no such page, 304 where
 * whoever draws it has it already, drawn from an equal view model.
 *
 * What a page draws hangs on its view model and the code alone, so that equal digests mean equal pages.
 *
 * @param view makes the view model; undefined where there is no such page
 */
export function shape<A extends unknown[], M>(
  { locals }: { locals: App.Locals },
  view: (snapshot: Snapshot, ...args: A) => M | undefined,
  ...args: A
): M | Response {
  const { snapshot, known } = locals;
  const make = () => view(snapshot, ...args);
  const { made: model, reads } = known === null ? { made: make(), reads: nothing } : snapshot.readsOf(make);
  if (model === undefined) return new Response(null, { status: 404 });
  const digest = known === null ? '' : hash('sha256', JSON.stringify(model));
  const isKnown = digest === known;
  locals.shaped = { digest, reads, isKnown };
  return isKnown ? new Response(null, { status: 304 }) : model;
}
