import type { DeskOrder } from '@newsroom/shared/desk-order';
import { pausedBy } from '@newsroom/shared/edition';
import { newerOf } from './deploy/admit.ts';
import { release, rollBack } from './deploy/roll-back.ts';
import { noteHandled } from './handled-orders.ts';
import type { Wanted } from './look.ts';
import type { Outcome } from './publish.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run.ts';

/**
 * Carries out the desk's orders, each once and in their order, up to the first that switches editions by itself: with
 * that a run ends. Orders to publish need nothing more than that there is a run.
 *
 * @returns what came of it; undefined where publishing is what is left to do
 * @throws Refusal where an order cannot be carried out; it is not tried again
 */
export async function carryOut(run: Run, { orders, handled }: Wanted): Promise<Outcome | undefined> {
  run.order = handled.order;
  for (const order of orders) {
    run.order = order.number;
    if (order.kind === 'accept-loss') handled.acceptLossUpTo = Math.max(handled.acceptLossUpTo, order.seq);
    try {
      const outcome = await carryOutOne(run, order);
      handled.order = order.number;
      noteHandled(handled);
      if (outcome !== undefined) return outcome;
    } catch (error) {
      if (error instanceof Refusal && error.why === 'older') noteHandled({ ...handled, order: order.number });
      throw error;
    }
  }
  run.options.acceptLossUpTo = Math.max(run.options.acceptLossUpTo ?? -1, handled.acceptLossUpTo);
  return undefined;
}

async function carryOutOne(run: Run, order: DeskOrder): Promise<Outcome | undefined> {
  const { places, workplace, elsewhere } = run;
  const { number, at } = order;
  if (order.kind === 'roll-back') {
    const edition = await rollBack(places, workplace, order.generation, {
      order: number,
      pause: { by: pausedBy.desk, at },
      elsewhere,
    });
    return { kind: 'rolled-back', edition };
  }
  if (order.kind === 'release') return await releaseWhereverItIs(run);
  return undefined;
}

/**
 * Ends a pause. Where the paused edition is not one of this machine's, there is nothing here to show again: what is
 * published goes live in its place.
 */
export async function releaseWhereverItIs(run: Run): Promise<Outcome | undefined> {
  const { places, workplace, here, elsewhere, order } = run;
  if (elsewhere !== null && newerOf(here, elsewhere) === elsewhere) {
    run.isReleased = elsewhere.paused !== null;
    return undefined;
  }
  const edition = here === null ? undefined : await release(places, workplace, { order, elsewhere });
  return edition && { kind: 'released', edition };
}
