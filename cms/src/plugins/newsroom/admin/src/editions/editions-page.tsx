import { type EditionsView, editionsViewSchema } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { OrderButton } from '../orders/order-button';
import { type GiveOrder, useOrders } from '../orders/use-orders';
import { AbsenceNote } from '../publishing/absence-note';
import { paceOfEditions } from '../publishing/pace';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { usePolled } from '../publishing/use-polled';
import { CallerSection } from './caller-section';
import { HistorySection } from './history-section';
import { LiveSection } from './live-section';
import { PauseBanner } from './pause-banner';
import { RepairSection } from './repair-section';
import { siteSentences } from './site-sentences';
import { WaitingSection } from './waiting-section';

/** The page "Editions": what readers get, what is on its way to them, what came before, and what can be done about it. */
export function EditionsPage() {
  const say = useSay();
  const { latest, absence, refresh } = usePolled('/newsroom/editions', editionsViewSchema, paceOfEditions);
  const give = useOrders(refresh);
  const view = latest?.answer;

  return (
    <Page.Main>
      <Page.Title>{say('newsroom.editions.title')}</Page.Title>
      <Layouts.Header
        title={say('newsroom.editions.title')}
        subtitle={say('newsroom.editions.subtitle')}
        primaryAction={view?.mayOrder && <PublishNow view={view} give={give} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <div>
            <State view={view} isAway={absence !== undefined} />
            <AbsenceNote absence={absence} lastAt={latest?.at} />
          </div>
          {view !== undefined && (
            <>
              <PauseBanner view={view} give={give} />
              <LiveSection view={view} />
              <WaitingSection view={view} give={give} />
              <RepairSection view={view} />
              <HistorySection view={view} give={give} />
              <CallerSection view={view} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function PublishNow({ view, give }: { view: EditionsView; give: GiveOrder }) {
  const say = useSay();
  if (view.live?.edition.paused) return null;
  return <OrderButton label={say('newsroom.order.publish')} onOrder={() => give({ kind: 'publish' })} />;
}

function State({ view, isAway }: { view: EditionsView | undefined; isAway: boolean }) {
  const say = useSay();
  const times = useTimes();
  const words = () => {
    if (view !== undefined) return siteSentences(say, times, view);
    return isAway ? '' : say('newsroom.editions.loading');
  };
  return (
    <Typography tag="p" variant="delta" role="status">
      {words()}
    </Typography>
  );
}
