import type { FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { Obstacle, VersionStanding } from '@newsroom/shared/standing';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { faultWords } from '../publishing/fault-words';
import { obstacleWords } from '../publishing/obstacle-words';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';

interface Props {
  type: FeedType;
  language: Language | null;
  standing: VersionStanding;
  labelOf: (word: string) => string | undefined;
}

type Live = Extract<VersionStanding, { kind: 'live' }>['live'];

/** What is to be said of a version's standing beyond its name, with what readers see meanwhile. */
export function StandingDetails({ type, language, standing, labelOf }: Props) {
  const say = useSay();
  const times = useTimes();
  switch (standing.kind) {
    case 'absent':
    case 'draft':
      return null;
    case 'live':
      return (
        <>
          <Said>{say('newsroom.version.live', { since: times.since(standing.live.since) })}</Said>
          <PageLink address={standing.live.address} language={language} />
        </>
      );
    case 'waiting': {
      const word = standing.obstacle === null ? 'waiting' : 'waitingBehind';
      return (
        <>
          <Said>{say(`newsroom.version.${word}`, { at: times.at(standing.since) })}</Said>
          <InTheWay obstacle={standing.obstacle} />
          <Meanwhile live={standing.live} language={language} />
        </>
      );
    }
    case 'making': {
      const [since, stage] = [times.since(standing.since), say(`newsroom.stage.${standing.stage}`)];
      return (
        <>
          <Said>{say('newsroom.version.making', { since, stage })}</Said>
          <Meanwhile live={standing.live} language={language} />
        </>
      );
    }
    case 'held': {
      const words = standing.fault && faultWords(say, labelOf, { type, language }, standing.fault);
      return (
        <>
          <Said>{say('newsroom.version.held', { at: times.at(standing.since) })}</Said>
          <Said isGrave>{words ? `${words.what} ${words.todo}` : say('newsroom.version.heldUnknown')}</Said>
          {words?.counting && <Said>{words.counting}</Said>}
          {standing.live === null ? (
            <Said>{say('newsroom.version.meanwhileNothing')}</Said>
          ) : (
            <Meanwhile live={standing.live} language={language} />
          )}
        </>
      );
    }
    case 'leaving': {
      const word = standing.obstacle === null ? 'leaving' : 'leavingBehind';
      return (
        <>
          <Said>{say(`newsroom.version.${word}`, { at: times.at(standing.since) })}</Said>
          <InTheWay obstacle={standing.obstacle} />
        </>
      );
    }
    case 'removed':
      return <Said>{say('newsroom.version.removed', { since: times.since(standing.since) })}</Said>;
  }
}

function InTheWay({ obstacle }: { obstacle: Obstacle | null }) {
  const say = useSay();
  const times = useTimes();
  if (obstacle === null) return null;
  return (
    <>
      <Said isGrave>{obstacleWords(say, times, obstacle)}</Said>
      <Flex>
        <Link tag={RouterLink} to="/plugins/newsroom/editions">
          {say('newsroom.panel.editions')}
        </Link>
      </Flex>
    </>
  );
}

function Meanwhile({ live, language }: { live: Live | null; language: Language | null }) {
  const say = useSay();
  const times = useTimes();
  if (live === null) return null;
  return (
    <>
      <Said>{say('newsroom.version.meanwhile', { since: times.since(live.since) })}</Said>
      <PageLink address={live.address} language={language} />
    </>
  );
}

function PageLink({ address, language }: { address: string | null; language: Language | null }) {
  const say = useSay();
  if (address === null) return null;
  return (
    <Flex>
      <Link
        href={address}
        isExternal
        {...(language === null
          ? {}
          : { 'aria-label': say('newsroom.panel.openIn', { language: say(`newsroom.language.in.${language}`) }) })}
      >
        {say('newsroom.panel.open')}
      </Link>
    </Flex>
  );
}

function Said({ children, isGrave = false }: { children: ReactNode; isGrave?: boolean }) {
  return (
    <Typography tag="p" variant="pi" textColor={isGrave ? 'danger700' : 'neutral600'}>
      {children}
    </Typography>
  );
}
