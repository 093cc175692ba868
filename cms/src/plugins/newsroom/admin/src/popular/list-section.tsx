import { describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { DeskList, PopularDesk } from '@newsroom/shared/popular-desk';
import { Box, Button, Flex, Tabs, Typography, VisuallyHidden } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Section } from '../editions/section';
import { useSay } from '../publishing/say';
import { Heading } from '../publishing/table-cells';
import { useTimes } from '../publishing/times';
import { dayWords } from './days';
import { download } from './download';
import { fileName, listAsCsv, listAsJson } from './list-export';
import { EmptyRow, ListRow } from './list-row';
import { titleWords } from './release-title';
import { isSameSettings } from './settings-draft';
import { readingLanguage, releaseOf } from './titles';
import type { Decide } from './use-decide';

interface Props {
  desk: PopularDesk;
  decide: Decide;
  mayChange: boolean;
}

/** The list as it will be: over all languages together, or over what was read in one. */
export function ListSection({ desk, decide, mayChange }: Props) {
  const say = useSay();
  const [chosen, choose] = useState<Language | 'together'>('together');
  const list = desk.lists.find(({ language }) => (language ?? 'together') === chosen);
  const isPreview = !isSameSettings(desk.asked, desk.inForce);
  return (
    <Section title={say('newsroom.popular.list.title')}>
      <Tabs.Root value={chosen} onValueChange={(value: string) => choose(value as Language | 'together')} variant="simple">
        <Tabs.List aria-label={say('newsroom.popular.list.languages')}>
          <Tabs.Trigger value="together">{say('newsroom.popular.list.together')}</Tabs.Trigger>
          {languages.map((language) => (
            <Tabs.Trigger key={language} value={language} lang={language}>
              {describeLanguage(language).endonym}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={chosen}>
          <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
            {isPreview && (
              <Typography tag="p" fontWeight="bold" textColor="primary700">
                {say('newsroom.popular.list.preview')}
              </Typography>
            )}
            {desk.silence !== null && <Typography tag="p">{say('newsroom.popular.list.silent')}</Typography>}
            {list !== undefined && <Table list={list} desk={desk} decide={decide} mayChange={mayChange} />}
          </Flex>
        </Tabs.Content>
      </Tabs.Root>
    </Section>
  );
}

function Table({ list, desk, decide, mayChange }: Props & { list: DeskList }) {
  const say = useSay();
  const { locale } = useIntl();
  const language = readingLanguage(list.language, locale);
  const numbers = ['views', 'comments', 'reactions'] as const;
  return (
    <>
      <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
        <Days list={list} />
        <Exports list={list} desk={desk} />
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
      <Dropped list={list} desk={desk} language={language} />
    </>
  );
}

/** What the list has by the saved settings, and not by those that are tried; nothing where that is nothing. */
function Dropped({ list: { dropped }, desk, language }: { list: DeskList; desk: PopularDesk; language: Language }) {
  const say = useSay();
  if (dropped.length === 0) return null;
  return (
    <div>
      <Typography tag="h3" fontWeight="bold">
        {say('newsroom.popular.list.dropped')}
      </Typography>
      <ul>
        {dropped.map(({ id, rankInForce: rank }) => (
          <Typography tag="li" key={id}>
            {say('newsroom.popular.list.droppedOne', { rank, title: titleWords(say, releaseOf(desk, id), id, language) })}
          </Typography>
        ))}
      </ul>
    </div>
  );
}

function Days({ list: { firstDay, day } }: { list: DeskList }) {
  const say = useSay();
  const times = useTimes();
  const [first, last] = [dayWords(times, firstDay), dayWords(times, day)];
  return (
    <Typography tag="p" textColor="neutral600">
      {firstDay === day ? say('newsroom.popular.list.daysOne', { last }) : say('newsroom.popular.list.days', { first, last })}
    </Typography>
  );
}

function Exports({ list, desk }: { list: DeskList; desk: PopularDesk }) {
  const say = useSay();
  const { locale } = useIntl();
  const shown = { desk, list, locale };
  return (
    <Flex gap={2}>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        onClick={() => download(fileName(list, 'csv'), 'text/csv', listAsCsv(say, shown))}
      >
        {say('newsroom.popular.export.csv')}
      </Button>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        onClick={() => download(fileName(list, 'json'), 'application/json', listAsJson(shown))}
      >
        {say('newsroom.popular.export.json')}
      </Button>
    </Flex>
  );
}
