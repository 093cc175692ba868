import type { DeskList, PopularDesk } from '@newsroom/shared/popular-desk';
import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useSay } from '../publishing/say';
import { Heading } from '../publishing/table-cells';
import { useTimes } from '../publishing/times';
import { daysWords } from './days';
import { DroppedList } from './dropped-list';
import { ListDownloads } from './list-downloads';
import { EmptyRow, ListRow } from './list-row';
import { readingLanguage } from './titles';
import type { Decide } from './use-decide';

interface Props {
  list: DeskList;
  desk: PopularDesk;
  decide: Decide;
  mayChange: boolean;
}

/** A list with its days, its files, and what falls out of it. */
export function ListTable({ list, desk, decide, mayChange }: Props) {
  const say = useSay();
  const { locale } = useIntl();
  const language = readingLanguage(list.language, locale);
  const numbers = ['views', 'comments', 'reactions'] as const;
  return (
    <>
      <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
        <Days list={list} desk={desk} />
        <ListDownloads list={list} desk={desk} />
      </Flex>
      <Box overflow="auto">
        <table style={{ width: '100%' }}>
          <caption>
            <VisuallyHidden>{say('newsroom.popular.list.caption')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <Heading>{say('newsroom.popular.list.rank')}</Heading>
              <Heading>{say('newsroom.popular.list.release')}</Heading>
              {numbers.map((column) => (
                <Heading key={column} isNumber>
                  {say(`newsroom.popular.list.${column}`)}
                </Heading>
              ))}
              <Heading>{say('newsroom.popular.list.chart')}</Heading>
              <Heading>
                <VisuallyHidden>{say('newsroom.popular.list.actions')}</VisuallyHidden>
              </Heading>
            </tr>
          </thead>
          <tbody>
            {list.entries.length === 0 && <EmptyRow />}
            {list.entries.map((entry) => (
              <ListRow key={entry.id} entry={entry} desk={desk} language={language} decide={decide} mayChange={mayChange} />
            ))}
          </tbody>
        </table>
      </Box>
      <DroppedList list={list} desk={desk} language={language} />
    </>
  );
}

function Days({ list, desk }: Pick<Props, 'list' | 'desk'>) {
  const say = useSay();
  const times = useTimes();
  return (
    <Typography tag="p" textColor="neutral600">
      {daysWords(say, times, list, desk)}
    </Typography>
  );
}
