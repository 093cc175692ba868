import type { DeskOrder } from '@newsroom/shared/desk-order';
import type { EditionsView } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { isSomeUnheard } from './unheard-orders';

/** What people asked of the publisher and it has not carried out yet: what, who, when; nothing where there is nothing. */
export function AskedList({ view }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  const { orders } = view;
  if (orders.length === 0) return null;
  const isUnheard = isSomeUnheard(view, new Date().toISOString());
  const asked = (order: DeskOrder) =>
    say(`newsroom.order.asked.${order.kind}`, {
      by: order.by,
      at: times.at(order.at),
      ...(order.kind === 'roll-back' ? { number: order.generation } : {}),
    });
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {orders.map((order) => (
          <Typography tag="li" fontWeight="bold" key={order.number}>
            {asked(order)}
          </Typography>
        ))}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say(isUnheard ? 'newsroom.order.notHeard' : 'newsroom.order.notYet')}
      </Typography>
    </Flex>
  );
}
