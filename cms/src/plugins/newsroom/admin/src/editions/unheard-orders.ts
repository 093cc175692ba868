import type { EditionsView } from '@newsroom/shared/editions-view';

/** How long a publisher has time to take up an order, in milliseconds, before anybody is told that it is silent. */
const patience = 60_000;

/** Whether an order was given a while ago, and no publisher was heard from since. @param now an instant */
export function isSomeUnheard({ orders, publisherHeardAt }: EditionsView, now: string): boolean {
  return orders.some(
    ({ at }) => Date.parse(now) - Date.parse(at) > patience && (publisherHeardAt === null || publisherHeardAt < at),
  );
}
