import type { DeskList, PopularDesk } from '@newsroom/shared/popular-desk';
import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useSay } from '../publishing/say';
import { download } from './download';
import { fileName, listAsCsv, listAsJson } from './list-export';

/** Buttons that give the list as a file. */
export function ListDownloads({ list, desk }: { list: DeskList; desk: PopularDesk }) {
  const say = useSay();
  const { locale } = useIntl();
  const shown = { desk, list, locale };
  return (
    <Flex gap={2}>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        onClick={() => download(fileName(shown, 'csv'), 'text/csv', listAsCsv(say, shown))}
      >
        {say('newsroom.popular.export.csv')}
      </Button>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        onClick={() => download(fileName(shown, 'json'), 'application/json', listAsJson(shown))}
      >
        {say('newsroom.popular.export.json')}
      </Button>
    </Flex>
  );
}
