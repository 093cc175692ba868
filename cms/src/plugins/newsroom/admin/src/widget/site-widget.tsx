import { type EditionsView, editionsViewSchema } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { HeldList } from '../editions/held-list';
import { siteSentences } from '../editions/site-sentences';
import { AbsenceNote } from '../publishing/absence-note';
import { ObstacleNote } from '../publishing/obstacle-note';
import { paceOfEditions } from '../publishing/pace';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { usePolled } from '../publishing/use-polled';

/** The home page's word on the site: what is live, what waits and why, what is held back. */
export function SiteWidget() {
  const say = useSay();
  const times = useTimes();
  const { latest, absence } = usePolled('/newsroom/editions', editionsViewSchema, paceOfEditions);
  if (latest === undefined && absence === undefined) return <Widget.Loading />;
  const view = latest?.answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p" role="status">
        {view && siteSentences(say, times, view)}
      </Typography>
      <AbsenceNote absence={absence} lastAt={latest?.at} />
      {view && <Trouble view={view} />}
      {view && <HeldList view={view} />}
    </Flex>
  );
}

function Trouble({ view: { live, waiting, runs } }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  const pause = live?.edition.paused ?? null;
  const ended = runs.find(({ state }) => state.kind !== 'working');
  if (waiting.obstacle !== null) return <ObstacleNote obstacle={waiting.obstacle} />;
  return (
    <>
      {pause !== null && (
        <Typography tag="p" variant="pi" textColor="warning700">
          {say('newsroom.paused.by', { by: pause.by, at: times.at(pause.at) })}
        </Typography>
      )}
      {ended?.state.kind === 'refused' && (
        <Typography tag="p" variant="pi" textColor="danger700">
          {say('newsroom.widget.failed', { at: times.at(ended.heardAt) })} {say(`newsroom.refusal.${ended.state.why}.what`)}
        </Typography>
      )}
    </>
  );
}
