import type { EditionsView } from '@newsroom/shared/editions-view';
import { Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { OrderButton } from '../orders/order-button';
import type { GiveOrder } from '../orders/use-orders';
import { capital, useSay } from '../publishing/say';
import { StandstillBanner } from '../publishing/standstill-banner';
import { useTimes } from '../publishing/times';
import { whoPaused } from '../publishing/who-paused';

/** Says that the site is paused, by whom, since when and what that means, and ends it; nothing where it is not. */
export function PauseBanner({ view, give }: { view: EditionsView; give: GiveOrder }) {
  const say = useSay();
  const times = useTimes();
  const pause = view.live?.edition.paused ?? null;
  if (pause === null) return null;
  const release = (
    <OrderButton label={say('newsroom.order.release')} startIcon={<Play />} onOrder={() => give({ kind: 'release' })} />
  );
  return (
    <StandstillBanner title={say('newsroom.paused.title')} action={view.mayOrder ? release : undefined}>
      <Typography tag="p">{capital(say('newsroom.paused.by', { by: whoPaused(say, pause), at: times.at(pause.at) }))}</Typography>
      <Typography tag="p">{say('newsroom.paused.means')}</Typography>
      {!view.mayOrder && <Typography tag="p">{say('newsroom.paused.asIs')}</Typography>}
    </StandstillBanner>
  );
}
