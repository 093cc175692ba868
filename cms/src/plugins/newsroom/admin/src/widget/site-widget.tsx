import { type EditionsView, editionsViewSchema } from '@newsroom/shared/editions-view';
import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { AskedList } from '../editions/asked-list';
import { HeldList } from '../editions/held-list';
import { runAtWork } from '../editions/live-edition';
import { siteSentences } from '../editions/site-sentences';
import { AbsenceNote } from '../publishing/absence-note';
import { ObstacleNote } from '../publishing/obstacle-note';
import { paceOfEditions } from '../publishing/pace';
import { capital, useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { usePolled } from '../publishing/use-polled';
import { VersionList } from '../publishing/version-list';
import { whoPaused } from '../publishing/who-paused';

/** The home page's word on the site: what is live, what waits and why, what is held back. */
export function SiteWidget() {
  const say = useSay();
  const times = useTimes();
  const { latest, absence } = usePolled('/newsroom/editions', editionsViewSchema, paceOfEditions);
  if (latest === undefined && absence === undefined) return <Widget.Loading />;
  const view = latest?.answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <div>
        <Typography tag="p" role="status">
          {view && siteSentences(say, times, view)}
        </Typography>
        {view && view.live !== null && (
          <Link href={view.site} isExternal>
            {say('newsroom.widget.open')}
          </Link>
        )}
      </div>
      <AbsenceNote absence={absence} lastAt={latest?.at} />
      {view && <Trouble view={view} />}
      {view && <HeldList view={view} />}
      {view && <OnItsWay view={view} />}
    </Flex>
  );
}

/** What is asked for, how far the next edition is, and what waits for it. */
function OnItsWay({ view }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  const run = runAtWork(view);
  const { count, versions, since } = view.waiting;
  return (
    <>
      <AskedList view={view} />
      {run?.state.kind === 'working' && (
        <Typography tag="p" variant="pi">
          {say('newsroom.widget.making', { at: times.at(run.startedAt), stage: say(`newsroom.stage.${run.state.stage}`) })}
        </Typography>
      )}
      {since !== null && (
        <div>
          <Typography tag="p">{say('newsroom.waiting.since', { count, at: times.at(since) })}</Typography>
          <VersionList versions={versions} count={count} />
        </div>
      )}
    </>
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
          {capital(say('newsroom.paused.by', { by: whoPaused(say, pause), at: times.at(pause.at) }))}
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
