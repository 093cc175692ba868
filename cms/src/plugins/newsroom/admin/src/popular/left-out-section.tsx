import { leftOutReasons } from '@newsroom/shared/collected-day';
import type { CollectedDay, PopularDesk } from '@newsroom/shared/popular-desk';
import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Section } from '../editions/section';
import { useSay } from '../publishing/say';
import { Cell, Heading } from '../publishing/table-cells';
import { useTimes } from '../publishing/times';
import { dayWords } from './days';
import { titleWords } from './release-title';
import { releaseOf } from './titles';

/** So many days are told of. */
const toldDays = 14;

/** What counters left out on the last days, and why; what was asked for far too often stands before all. */
export function LeftOutSection({ desk }: { desk: PopularDesk }) {
  const say = useSay();
  const latest = [...new Set(desk.collections.map(({ day }) => day))].slice(0, toldDays);
  const collected = desk.collections.filter(({ day }) => latest.includes(day));
  return (
    <Section title={say('newsroom.popular.leftOut.title')}>
      {collected.length === 0 ? (
        <Typography tag="p">{say('newsroom.popular.leftOut.none')}</Typography>
      ) : (
        <>
          <Typography tag="p">{say('newsroom.popular.leftOut.lead')}</Typography>
          <Spikes desk={desk} collected={collected} />
          <Days collected={collected} />
        </>
      )}
    </Section>
  );
}

function Spikes({ desk, collected }: { desk: PopularDesk; collected: CollectedDay[] }) {
  const say = useSay();
  const times = useTimes();
  const { formatMessage } = useIntl();
  const spikes = collected.flatMap(({ day, source, spikes: all }) => all.map((spike) => ({ ...spike, day, source })));
  if (spikes.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} padding={4} background="warning100" hasRadius>
      <Typography tag="h3" fontWeight="bold">
        {say('newsroom.popular.leftOut.spikes')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {spikes.map(({ day, source, release, language, asked, counted, networks }) => (
          <Typography tag="li" key={`${day} ${source} ${release} ${language}`}>
            {say('newsroom.popular.leftOut.spike', {
              title: titleWords(say, releaseOf(desk, release), release, language),
              language: formatMessage({ id: language }),
              day: dayWords(times, day),
              asked,
              counted,
              networks,
            })}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
}

function Days({ collected }: { collected: CollectedDay[] }) {
  const say = useSay();
  const times = useTimes();
  const { formatNumber } = useIntl();
  return (
    <Box overflow="auto">
      <table style={{ width: '100%' }}>
        <caption>
          <VisuallyHidden>{say('newsroom.popular.leftOut.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <Heading>{say('newsroom.popular.leftOut.day')}</Heading>
            <Heading>{say('newsroom.popular.leftOut.source')}</Heading>
            <Heading isNumber>{say('newsroom.popular.leftOut.counted')}</Heading>
            <Heading>{say('newsroom.popular.leftOut.left')}</Heading>
          </tr>
        </thead>
        <tbody>
          {collected.map(({ day, source, views, leftOut }) => (
            <tr key={`${day} ${source}`}>
              <Cell isHeading>
                <span style={{ whiteSpace: 'nowrap' }}>{dayWords(times, day)}</span>
              </Cell>
              <Cell>
                <span style={{ whiteSpace: 'nowrap' }}>{source}</span>
              </Cell>
              <Cell isNumber>{formatNumber(views)}</Cell>
              <Cell>
                <Reasons leftOut={leftOut} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

/** The reasons in words, the most frequent first. */
function Reasons({ leftOut }: Pick<CollectedDay, 'leftOut'>) {
  const say = useSay();
  const counts = leftOutReasons.flatMap((reason) => {
    const count = leftOut[reason];
    return count === undefined ? [] : [{ reason: say(`newsroom.popular.reason.${reason}`), count }];
  });
  if (counts.length === 0) return say('newsroom.popular.leftOut.nothing');
  const inOrder = counts.toSorted((a, b) => b.count - a.count);
  return inOrder.map((one) => say('newsroom.popular.leftOut.one', one)).join('; ');
}
