import type { EditionsView } from '@newsroom/shared/editions-view';
import { Typography } from '@strapi/design-system';
import { ProgramWords } from '../publishing/program-words';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { Section } from './section';

/** How a publisher learns that there is something to do, and when one was heard from. */
export function CallerSection({ view: { caller, publisherHeardAt } }: { view: EditionsView }) {
  const say = useSay();
  const times = useTimes();
  const { kind, target, lastCall } = caller;
  return (
    <Section title={say('newsroom.caller.title')}>
      <Typography tag="p">
        {say(`newsroom.caller.${kind}`, { target: target ?? '' })}{' '}
        {publisherHeardAt === null
          ? say('newsroom.caller.neverHeard')
          : say('newsroom.caller.heard', { at: times.at(publisherHeardAt) })}
      </Typography>
      {lastCall !== null && (
        <div>
          <Typography tag="p" {...(lastCall.error === null ? {} : { textColor: 'danger700' })}>
            {say(`newsroom.caller.${lastCall.error === null ? 'called' : 'failed'}`, { at: times.at(lastCall.at) })}
          </Typography>
          {lastCall.error !== null && <ProgramWords>{lastCall.error}</ProgramWords>}
        </div>
      )}
    </Section>
  );
}
