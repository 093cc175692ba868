import type { EditionsView, Run } from '@newsroom/shared/editions-view';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { OrderButton } from '../orders/order-button';
import type { GiveOrder } from '../orders/use-orders';
import { useSay } from '../publishing/say';
import { Cell } from '../publishing/table-cells';
import { useTimes } from '../publishing/times';
import { VersionList } from '../publishing/version-list';
import type { HistoryEntry } from './history';
import { Outcome } from './outcome';

interface Props {
  entry: HistoryEntry;
  view: EditionsView;
  give: GiveOrder;
}

export function HistoryRow({ entry, view, give }: Props) {
  const say = useSay();
  const times = useTimes();
  const { run } = entry;
  const { state } = run;
  const generation = state.kind === 'deployed' ? state.edition.generation : undefined;
  const took = Object.values(run.durations).reduce((sum, one) => sum + one, 0);
  const isLive = generation !== undefined && generation === view.live?.edition.generation;
  return (
    <tr>
      <Cell isHeading>
        {generation ?? (
          <>
            <span aria-hidden>—</span>
            <VisuallyHidden>{say('newsroom.history.attempt')}</VisuallyHidden>
          </>
        )}
      </Cell>
      <Cell>{times.moment(state.kind === 'deployed' ? state.edition.at : run.startedAt)}</Cell>
      <Cell>{took > 0 && times.span(took)}</Cell>
      <Cell>
        <Brought run={run} />
      </Cell>
      <Cell>
        <Outcome entry={entry} isLive={isLive} />
      </Cell>
      {view.mayOrder && (
        <Cell>
          {generation !== undefined && run.kept && !isLive && state.kind === 'deployed' && (
            <OrderButton
              variant="tertiary"
              label={say('newsroom.order.roll-back')}
              fullLabel={say('newsroom.order.rollBackTo', { number: generation })}
              question={{
                title: say('newsroom.confirm.rollBackTitle'),
                text: say('newsroom.confirm.rollBack', { number: generation, at: times.at(state.edition.at) }),
                yes: say('newsroom.order.rollBackTo', { number: generation }),
              }}
              onOrder={() => give({ kind: 'roll-back', generation })}
            />
          )}
        </Cell>
      )}
    </tr>
  );
}

function Brought({ run: { state, brought, broughtCount } }: { run: Run }) {
  const say = useSay();
  if (state.kind !== 'deployed') return null;
  if (broughtCount === 0) {
    return <Typography textColor="neutral600">{say('newsroom.history.nothingBrought')}</Typography>;
  }
  return <VersionList versions={brought} count={broughtCount} />;
}
