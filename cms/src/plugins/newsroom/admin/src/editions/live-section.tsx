import type { EditionsView } from '@newsroom/shared/editions-view';
import { Flex, Grid, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ProgramWords } from '../publishing/program-words';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { HeldList } from './held-list';
import { contentUntil } from './live-edition';
import { Section } from './section';

/** What readers get now: which edition, since when, with what in it, and what is held back. */
export function LiveSection({ view }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  const { locale } = useIntl();
  const { live, site, waiting, problem } = view;
  const until = contentUntil(view);
  const known = () => {
    if (waiting.count === 0) return say(live?.edition.heldCount === 0 ? 'newsroom.live.all' : 'newsroom.live.allElse');
    return until === null ? undefined : say('newsroom.live.upTo', { at: times.at(until) });
  };
  const content = known();
  return (
    <Section title={say('newsroom.live.title')}>
      {live !== null && (
        <Grid.Root tag="dl" gap={4}>
          <Fact name={say('newsroom.live.edition')}>{live.edition.generation}</Fact>
          <Fact name={say('newsroom.live.since')}>{times.since(live.seenAt)}</Fact>
          {content !== undefined && <Fact name={say('newsroom.live.content')}>{content}</Fact>}
          <Fact name={say('newsroom.live.day')}>
            {say('newsroom.live.dayOf', { day: times.day(`${live.edition.asOf}T07:00:00.000Z`) })}
          </Fact>
          <Fact name={say('newsroom.live.pages')}>{new Intl.NumberFormat(locale).format(live.edition.pages)}</Fact>
        </Grid.Root>
      )}
      <Flex>
        <Link href={site} isExternal>
          {site}
        </Link>
      </Flex>
      {problem !== null && (
        <div>
          <Typography tag="p" textColor="danger700">
            {say('newsroom.live.problem')}
          </Typography>
          <ProgramWords>{problem}</ProgramWords>
        </div>
      )}
      <HeldList view={view} />
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Grid.Item col={2} s={4} direction="column" alignItems="flex-start" gap={1}>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd">{children}</Typography>
    </Grid.Item>
  );
}
