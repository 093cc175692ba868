import type { EditionsView } from '@newsroom/shared/editions-view';
import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import type { GiveOrder } from '../orders/use-orders';
import { useSay } from '../publishing/say';
import { Heading } from '../publishing/table-cells';
import { useTimes } from '../publishing/times';
import { historyOf } from './history';
import { HistoryRow } from './history-row';
import { Section } from './section';

/** Editions and attempts at them, the newest first, as a table. */
export function HistorySection({ view, give }: { view: EditionsView; give: GiveOrder }) {
  const say = useSay();
  const entries = historyOf(view.runs);
  const { zone } = useTimes();
  return (
    <Section title={say('newsroom.history.title')}>
      {entries.length === 0 ? (
        <Typography tag="p">{say('newsroom.history.none')}</Typography>
      ) : (
        <Box overflow="auto">
          <table style={{ width: '100%' }}>
            <caption>
              <VisuallyHidden>{say('newsroom.history.caption')}</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <Heading>{say('newsroom.history.number')}</Heading>
                <Heading>{zone === null ? say('newsroom.history.when') : say('newsroom.history.whenIn', { zone })}</Heading>
                <Heading>{say('newsroom.history.took')}</Heading>
                <Heading>{say('newsroom.history.brought')}</Heading>
                <Heading>{say('newsroom.history.outcome')}</Heading>
                {view.mayOrder && (
                  <Heading>
                    <VisuallyHidden>{say('newsroom.history.actions')}</VisuallyHidden>
                  </Heading>
                )}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <HistoryRow key={entry.run.run} entry={entry} view={view} give={give} />
              ))}
            </tbody>
          </table>
        </Box>
      )}
    </Section>
  );
}
