import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { SilenceButton } from './silence-button';
import type { Decide } from './use-decide';

/** Says that the lists stand still, by whom, since when and what that means, and ends it; nothing where they move. */
export function SilenceBanner({ desk, decide }: { desk: PopularDesk; decide: Decide }) {
  const say = useSay();
  const times = useTimes();
  const id = useId();
  if (desk.silence === null) return null;
  const { by, since } = desk.silence;
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
          {say('newsroom.popular.silence.title')}
        </Typography>
        <Typography tag="p">{say('newsroom.popular.silence.by', { by, at: times.at(since) })}</Typography>
        <Typography tag="p">{say('newsroom.popular.silence.means')}</Typography>
      </Flex>
      {desk.mayDecide && (
        <Flex shrink={0}>
          <SilenceButton silent={false} decide={decide} />
        </Flex>
      )}
    </Flex>
  );
}
