import type { OrderRequest } from '@newsroom/shared/desk-order';
import { FetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useSay } from '../publishing/say';

export interface Orders {
  /** Gives an order to the publisher. What came of it is told; it never throws. */
  give(order: OrderRequest): Promise<void>;
  /** Why the last order was not taken; undefined: it was. */
  failure: string | undefined;
}

/** @param onGiven called when the CMS has taken an order */
export function useOrders(onGiven: () => void): Orders {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useSay();
  const [failure, setFailure] = useState<string>();

  async function give(order: OrderRequest): Promise<void> {
    setFailure(undefined);
    try {
      await post('/newsroom/orders', order);
      toggleNotification({ type: 'success', message: say(`newsroom.order.given.${order.kind}`) });
      onGiven();
    } catch (error) {
      setFailure(say('newsroom.order.failed', { why: reason(error) }));
    }
  }

  function reason(error: unknown): string {
    if (!(error instanceof FetchError) || error.status === undefined) return say('newsroom.order.unreachable');
    if (error.status === 403) return say('newsroom.order.forbidden');
    return error.message;
  }
  return { give, failure };
}
