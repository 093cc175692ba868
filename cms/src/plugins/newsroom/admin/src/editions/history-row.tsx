import type { EditionsView, Run } from '@newsroom/shared/editions-view';
import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { OrderButton } from '../orders/order-button';
import type { GiveOrder } from '../orders/use-orders';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { VersionLink } from '../publishing/version-link';
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

/** The first three of what an edition brought; the rest unfolds. */
function Brought({ run }: { run: Run }) {
  const say = useSay();
  const { brought, broughtCount } = run;
  if (run.state.kind === 'deployed' && broughtCount === 0) {
    return <Typography textColor="neutral600">{say('newsroom.history.nothingBrought')}</Typography>;
  }
  const [first, rest] = [brought.slice(0, 3), brought.slice(3)];
  return (
    <>
      <Versions of={first} />
      {rest.length > 0 && (
        <details>
          <Typography tag="summary">{say('newsroom.history.more', { count: broughtCount - first.length })}</Typography>
          <Versions of={rest} />
          {broughtCount > brought.length && say('newsroom.history.more', { count: broughtCount - brought.length })}
        </details>
      )}
    </>
  );
}

function Versions({ of }: { of: Run['brought'] }) {
  return (
    <ul>
      {of.map((version) => (
        <li key={`${version.type} ${version.id} ${version.language}`}>
          <VersionLink version={version} title={version.title} />
        </li>
      ))}
    </ul>
  );
}

function Cell({ children, isHeading = false }: { children: ReactNode; isHeading?: boolean }) {
  return (
    <Box
      tag={isHeading ? 'th' : 'td'}
      {...(isHeading ? { scope: 'row' } : {})}
      padding={2}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0"
      style={{ textAlign: 'start', verticalAlign: 'top' }}
    >
      <Typography tag="div">{children}</Typography>
    </Box>
  );
}
