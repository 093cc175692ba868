import type { DeskEntry } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useSay } from '../publishing/say';
import { Cell, Heading } from '../publishing/table-cells';
import { useTimes } from '../publishing/times';
import { dayWords } from './days';
import { inViews } from './weights';

interface Props {
  entry: DeskEntry;
  title: string;
  settings: PopularSettings;
}

/** How a score came about: the formula in words, and what each day added. */
export function ScoreSum({ entry, title, settings }: Props) {
  const say = useSay();
  const times = useTimes();
  const { formatNumber } = useIntl();
  const { commentWeight: comment, reactionWeight: reaction, halfLifeDays } = settings;
  const halving =
    halfLifeDays === null ? say('newsroom.popular.sum.equal') : say('newsroom.popular.sum.halving', { days: halfLifeDays });
  const columns = ['worth', 'weight', 'product'] as const;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4} background="neutral100" hasRadius>
      <Typography tag="p">{say('newsroom.popular.sum.formula', { comment, reaction, weights: halving })}</Typography>
      {entry.terms.length === 0 ? (
        <Typography tag="p">{say('newsroom.popular.sum.none')}</Typography>
      ) : (
        <Box overflow="auto">
          <table style={{ width: '100%' }}>
            <caption>
              <VisuallyHidden>{say('newsroom.popular.sum.caption', { title })}</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <Heading>{say('newsroom.popular.sum.day')}</Heading>
                <Heading isNumber>{say('newsroom.popular.sum.age')}</Heading>
                <Heading isNumber>{say('newsroom.popular.list.views')}</Heading>
                <Heading isNumber>{say('newsroom.popular.list.comments')}</Heading>
                <Heading isNumber>{say('newsroom.popular.list.reactions')}</Heading>
                {columns.map((column) => (
                  <Heading key={column} isNumber>
                    {say(`newsroom.popular.sum.${column}`)}
                  </Heading>
                ))}
              </tr>
            </thead>
            <tbody>
              {entry.terms.map(({ day, age, views, comments, reactions, worth, weight, product }) => (
                <tr key={day}>
                  <Cell isHeading>{dayWords(times, day)}</Cell>
                  {[age, views, comments, reactions, worth].map((number, index) => (
                    <Cell key={index} isNumber>
                      {formatNumber(number)}
                    </Cell>
                  ))}
                  <Cell isNumber>
                    <Exact number={weight} />
                  </Cell>
                  <Cell isNumber>
                    <Exact number={product} />
                  </Cell>
                </tr>
              ))}
              <tr>
                <Cell isHeading>{say('newsroom.popular.sum.total')}</Cell>
                <Cell />
                {[entry.views, entry.comments, entry.reactions].map((number, index) => (
                  <Cell key={index} isNumber>
                    {formatNumber(number)}
                  </Cell>
                ))}
                <Cell />
                <Cell />
                <Cell isNumber>
                  <Exact number={entry.score} />
                </Cell>
              </tr>
            </tbody>
          </table>
        </Box>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('newsroom.popular.sum.exact')}
      </Typography>
    </Flex>
  );
}

/** A weight or a product as a number that people can read, above the whole number that it exactly is. */
function Exact({ number }: { number: string }) {
  const say = useSay();
  const { formatNumber } = useIntl();
  return (
    <>
      {formatNumber(inViews(number), { minimumFractionDigits: 4 })}
      <Typography tag="div" variant="pi" textColor="neutral600">
        {say('newsroom.popular.sum.exactly', { number })}
      </Typography>
    </>
  );
}
