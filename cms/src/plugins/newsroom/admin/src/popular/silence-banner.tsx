import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { Typography } from '@strapi/design-system';
import { useSay } from '../publishing/say';
import { StandstillBanner } from '../publishing/standstill-banner';
import { useTimes } from '../publishing/times';
import { SilenceButton } from './silence-button';
import type { Decide } from './use-decide';

/** Says that the lists stand still, by whom, since when and what that means, and ends it; nothing where they move. */
export function SilenceBanner({ desk, decide }: { desk: PopularDesk; decide: Decide }) {
  const say = useSay();
  const times = useTimes();
  if (desk.silence === null) return null;
  const { by, since } = desk.silence;
  return (
    <StandstillBanner
      title={say('newsroom.popular.silence.title')}
      action={desk.mayDecide ? <SilenceButton silent={false} decide={decide} /> : undefined}
    >
      <Typography tag="p">{say('newsroom.popular.silence.by', { by, at: times.at(since) })}</Typography>
      <Typography tag="p">{say('newsroom.popular.silence.means')}</Typography>
    </StandstillBanner>
  );
}
