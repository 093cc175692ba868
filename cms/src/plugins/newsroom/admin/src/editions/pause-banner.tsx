import type { EditionsView } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useId } from 'react';
import { OrderButton } from '../orders/order-button';
import type { GiveOrder } from '../orders/use-orders';
import { capital, useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { whoPaused } from '../publishing/who-paused';

/** Says that the site is paused, by whom, since when and what that means, and ends it; nothing where it is not. */
export function PauseBanner({ view, give }: { view: EditionsView; give: GiveOrder }) {
  const say = useSay();
  const times = useTimes();
  const id = useId();
  const pause = view.live?.edition.paused ?? null;
  if (pause === null) return null;
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      justifyContent="space-between"
      alignItems="center"
      gap={6}
      padding={6}
      background="warning100"
      borderColor="warning200"
      hasRadius
    >
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h2" variant="delta" fontWeight="bold" id={id}>
          {say('newsroom.paused.title')}
        </Typography>
        <Typography tag="p">
          {capital(say('newsroom.paused.by', { by: whoPaused(say, pause), at: times.at(pause.at) }))}
        </Typography>
        <Typography tag="p">{say('newsroom.paused.means')}</Typography>
        {!view.mayOrder && <Typography tag="p">{say('newsroom.paused.asIs')}</Typography>}
      </Flex>
      {view.mayOrder && (
        <Flex shrink={0}>
          <OrderButton label={say('newsroom.order.release')} startIcon={<Play />} onOrder={() => give({ kind: 'release' })} />
        </Flex>
      )}
    </Flex>
  );
}
