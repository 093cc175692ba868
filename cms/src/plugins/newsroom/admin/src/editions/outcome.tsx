import type { Run } from '@newsroom/shared/editions-view';
import { Flex, Typography } from '@strapi/design-system';
import { ProgramWords } from '../publishing/program-words';
import type { Say } from '../publishing/say';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { useFaultWords } from '../publishing/use-fault-words';
import { VersionLink } from '../publishing/version-link';
import { whoPaused } from '../publishing/who-paused';
import type { HistoryEntry } from './history';

/** What became of a run, in words: also what went wrong, and what to do about it. */
export function Outcome({ entry: { run, attempts, firstAt }, isLive }: { entry: HistoryEntry; isLive: boolean }) {
  const say = useSay();
  const times = useTimes();
  const { state, held, warnings } = run;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="bold" textColor={colourOf(run, isLive)}>
        {outcomeWords(say, run, isLive)}
      </Typography>
      {state.kind === 'deployed' && state.edition.paused !== null && (
        <Typography>{say('newsroom.outcome.back', { by: whoPaused(say, state.edition.paused) })}</Typography>
      )}
      {state.kind === 'refused' && (
        <>
          <Typography>
            {say(`newsroom.refusal.${state.why}.what`)} {say(`newsroom.refusal.${state.why}.todo`)}
          </Typography>
          <ProgramWords>{state.message}</ProgramWords>
        </>
      )}
      {attempts > 1 && (
        <Typography variant="pi">{say('newsroom.history.attempts', { count: attempts, at: times.at(firstAt) })}</Typography>
      )}
      <Faults summary={say('newsroom.outcome.held', { count: held.length })} colour="danger700" faults={held} />
      <Faults
        summary={say('newsroom.outcome.warnings', { count: warnings.length })}
        colour="warning700"
        faults={warnings}
        isShown
      />
    </Flex>
  );
}

interface FaultsProps {
  summary: string;
  colour: 'danger700' | 'warning700';
  faults: Run['warnings'];
  /** Whether readers get the versions all the same. */
  isShown?: boolean;
}

/** Versions with what is wrong in them, folded up under a summary; nothing where there are none. */
function Faults({ summary, colour, faults, isShown = false }: FaultsProps) {
  const wordsFor = useFaultWords();
  if (faults.length === 0) return null;
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor={colour}>
        {summary}
      </Typography>
      <ul>
        {faults.map((one) => {
          const { what, warning, detail } = wordsFor(one, one.fault);
          return (
            <li key={JSON.stringify(one)}>
              <VersionLink version={one} title={one.title} />
              <Typography tag="p" variant="pi">
                {isShown ? warning : what}
              </Typography>
              {detail !== '' && <ProgramWords>{detail}</ProgramWords>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function outcomeWords(say: Say, { state, provenAt }: Run, isLive: boolean): string {
  switch (state.kind) {
    case 'deployed':
      if (isLive) return say('newsroom.outcome.live');
      return say(provenAt === null ? 'newsroom.outcome.unproven' : 'newsroom.outcome.proven');
    case 'working':
      return say('newsroom.outcome.working', { stage: say(`newsroom.stage.${state.stage}`) });
    default:
      return say(`newsroom.outcome.${state.kind}`);
  }
}

function colourOf({ state }: Run, isLive: boolean): 'success700' | 'danger700' | 'neutral800' {
  if (isLive) return 'success700';
  return state.kind === 'refused' || state.kind === 'lost' ? 'danger700' : 'neutral800';
}
