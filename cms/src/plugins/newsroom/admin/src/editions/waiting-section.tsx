import type { EditionsView } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { OrderButton } from '../orders/order-button';
import type { GiveOrder } from '../orders/use-orders';
import { ObstacleNote } from '../publishing/obstacle-note';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { VersionList } from '../publishing/version-list';
import { AskedList } from './asked-list';
import { runAtWork } from './live-edition';
import { lossToAccept } from './loss';
import { RunProgress } from './run-progress';
import { Section } from './section';

/** What is published and not live yet, since when, and what keeps it. */
export function WaitingSection({ view, give }: { view: EditionsView; give: GiveOrder }) {
  const say = useSay();
  const times = useTimes();
  const { count, versions, since, obstacle } = view.waiting;
  const isNothingOn = runAtWork(view) === undefined && view.orders.length === 0;
  const looked = view.runs.find(({ state }) => state.kind === 'nothing');
  return (
    <Section title={say('newsroom.waiting.title')}>
      <AskedList view={view} />
      <RunProgress view={view} />
      {count === 0 ? (
        isNothingOn && <Typography tag="p">{say('newsroom.waiting.none')}</Typography>
      ) : (
        <>
          {obstacle !== null && obstacle.kind !== 'paused' && <ObstacleNote obstacle={obstacle} />}
          <AcceptLoss view={view} give={give} />
          {since !== null && <Typography tag="p">{say('newsroom.waiting.since', { count, at: times.at(since) })}</Typography>}
          <VersionList versions={versions} count={count} />
        </>
      )}
      {count === 0 && looked !== undefined && looked === view.runs[0] && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say('newsroom.waiting.looked', { at: times.at(looked.heardAt) })}
        </Typography>
      )}
    </Section>
  );
}

/** Where an edition was refused because much would go: the way to say that this is meant. */
function AcceptLoss({ view, give }: { view: EditionsView; give: GiveOrder }) {
  const say = useSay();
  const loss = lossToAccept(view);
  if (loss === undefined || !view.mayOrder) return null;
  const { gone } = loss;
  return (
    <Flex>
      <OrderButton
        variant="danger-light"
        label={gone === undefined ? say('newsroom.order.accept-loss') : say('newsroom.order.acceptLossOf', { count: gone })}
        question={{
          title: say('newsroom.confirm.lossTitle'),
          text: say('newsroom.confirm.loss', { count: gone ?? 0 }),
          yes: say('newsroom.confirm.lossYes'),
        }}
        onOrder={() => give({ kind: 'accept-loss', seq: view.wanted.seq })}
      />
    </Flex>
  );
}
