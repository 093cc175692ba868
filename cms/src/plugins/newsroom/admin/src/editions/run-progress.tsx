import type { EditionsView } from '@newsroom/shared/editions-view';
import { type Stage, stages } from '@newsroom/shared/publisher-report';
import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Loader, MinusCircle } from '@strapi/icons';
import { useId } from 'react';
import { capital, useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { runAtWork } from './live-edition';

/** From how many milliseconds on the time that a stage took is told. */
const noticeable = 50;

const icons = { done: CheckCircle, skipped: MinusCircle, doing: Loader, coming: Clock };

/** The edition that is being made, stage by stage; nothing where none is. */
export function RunProgress({ view }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  const id = useId();
  const run = runAtWork(view);
  if (run?.state.kind !== 'working') return null;
  const { stage } = run.state;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" id={id}>
        {say('newsroom.run.begun', { at: times.at(run.startedAt) })}
      </Typography>
      <Flex tag="ol" wrap="wrap" gap={4} aria-labelledby={id}>
        {stages.map((one) => (
          <StageItem key={one} stage={one} current={stage} took={run.durations[one]} />
        ))}
      </Flex>
    </Flex>
  );
}

function StageItem({ stage, current, took }: { stage: Stage; current: Stage; took: number | undefined }) {
  const say = useSay();
  const times = useTimes();
  const place = progress(stage, current, took);
  const Icon = icons[place];
  return (
    <Flex tag="li" gap={2} alignItems="flex-start" {...(place === 'doing' ? { 'aria-current': 'step' } : {})}>
      <Icon aria-hidden fill={place === 'done' ? 'success600' : place === 'doing' ? 'primary600' : 'neutral400'} />
      <Flex direction="column" alignItems="flex-start">
        <Typography fontWeight={place === 'doing' ? 'bold' : 'regular'}>{capital(say(`newsroom.stage.${stage}`))}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {say(`newsroom.run.${place}`)}
          {place === 'done' && took !== undefined && took >= noticeable && `, ${times.span(took)}`}
        </Typography>
      </Flex>
    </Flex>
  );
}

function progress(stage: Stage, current: Stage, took: number | undefined): keyof typeof icons {
  if (stage === current) return 'doing';
  if (stages.indexOf(stage) > stages.indexOf(current)) return 'coming';
  return took === undefined ? 'skipped' : 'done';
}
