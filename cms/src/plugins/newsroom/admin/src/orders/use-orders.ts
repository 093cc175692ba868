import type { OrderRequest } from '@newsroom/shared/desk-order';
import { FetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useSay } from '../publishing/say';

/** Gives an order to the publisher: tells the person that it was taken, or answers why it was not. It never throws. */
export type GiveOrder = (order: OrderRequest) => Promise<string | undefined>;

/** @param onGiven called when the CMS has taken an order */
export function useOrders(onGiven: () => void): GiveOrder {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useSay();

  return async (order) => {
    try {
      await post('/newsroom/orders', order);
    } catch (error) {
      return say('newsroom.order.failed', { why: reason(error) });
    }
    toggleNotification({ type: 'success', message: say(`newsroom.order.given.${order.kind}`) });
    onGiven();
    return undefined;
  };

  function reason(error: unknown): string {
    if (!(error instanceof FetchError) || error.status === undefined) return say('newsroom.order.unreachable');
    if (error.status === 403) return say('newsroom.order.forbidden');
    if (error.status >= 500) return say('newsroom.order.broken');
    return error.message;
  }
}
