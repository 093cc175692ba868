import { describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { PopularDesk } from '@newsroom/shared/popular-desk';
import { Flex, Tabs, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Section } from '../editions/section';
import { useSay } from '../publishing/say';
import { ListTable } from './list-table';
import { PinsFull } from './pins-full';
import { isPreview } from './preview';
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
            {isPreview(desk) && (
              <Typography tag="p" fontWeight="bold" textColor="primary700">
                {say('newsroom.popular.list.preview')}
              </Typography>
            )}
            {desk.silence !== null && <Typography tag="p">{say('newsroom.popular.list.silent')}</Typography>}
            {mayChange && <PinsFull choices={desk.choices} />}
            {list !== undefined && <ListTable list={list} desk={desk} decide={decide} mayChange={mayChange} />}
          </Flex>
        </Tabs.Content>
      </Tabs.Root>
    </Section>
  );
}
