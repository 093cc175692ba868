import type { DeskAnswer, DeskOrder } from '@newsroom/shared/desk-order';
import type { Edition } from '@newsroom/shared/edition';
import { type HandledOrders, handledOrders } from './handled-orders.ts';
import { askHead } from './head.ts';

/** What should be live, and what is asked of the publisher. */
export interface Wanted {
  epoch: string;
  seq: number;
  mark: string;
  /** The desk's orders that were not carried out yet, oldest first. */
  orders: DeskOrder[];
  handled: HandledOrders;
}

/**
 * Looks at once what should be live, and which orders are to be carried out.
 *
 * @param live what is live
 * @throws Refusal `cms`
 */
export async function look(live: Edition | null): Promise<Wanted> {
  const known = handledOrders();
  const order = Math.max(known?.order ?? 0, live?.order ?? 0);
  const answer = await askHead({ state: null, order }, 0);
  if (known === undefined || known.epoch === answer.epoch) return wanted(answer, { acceptLossUpTo: -1, ...known, order });
  // Another history counts its orders from what the site says.
  const anew = live?.order ?? 0;
  return wanted(await askHead({ state: null, order: anew }, 0), { order: anew, acceptLossUpTo: -1 });
}

function wanted({ epoch, seq, mark, orders }: DeskAnswer, handled: Omit<HandledOrders, 'epoch'>): Wanted {
  return { epoch, seq, mark, orders, handled: { ...handled, epoch } };
}
