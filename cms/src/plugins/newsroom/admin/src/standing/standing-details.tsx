import type { FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { VersionStanding } from '@newsroom/shared/standing';
import { Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { ProgramWords } from '../publishing/program-words';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { useFaultWords } from '../publishing/use-fault-words';

interface Props {
  type: FeedType;
  language: Language | null;
  standing: VersionStanding;
}

type Held = Extract<VersionStanding, { kind: 'held' }>;
type Live = Extract<VersionStanding, { kind: 'live' }>['live'];

/** What is to be said of a version's standing beyond its name, with what readers see meanwhile. */
export function StandingDetails({ type, language, standing }: Props) {
  const say = useSay();
  const times = useTimes();
  switch (standing.kind) {
    case 'absent':
    case 'draft':
      return null;
    case 'live':
      return (
        <>
          <Said>
            {say(`newsroom.version.${standing.live.withdrawn ? 'withdrawn' : 'live'}`, {
              since: times.since(standing.live.since),
            })}
          </Said>
          <PageLink address={standing.live.address} language={language} />
        </>
      );
    case 'waiting': {
      const word = standing.obstacle === null ? 'waiting' : 'waitingBehind';
      return (
        <>
          <Said>{say(`newsroom.version.${word}`, { at: times.at(standing.since) })}</Said>
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
    case 'held':
      return <HeldDetails type={type} language={language} held={standing} />;
    case 'leaving': {
      const word = standing.obstacle === null ? 'leaving' : 'leavingBehind';
      return <Said>{say(`newsroom.version.${word}`, { at: times.at(standing.since) })}</Said>;
    }
    case 'removed':
      return <Said>{say('newsroom.version.removed', { since: times.since(standing.since) })}</Said>;
  }
}

function HeldDetails({ type, language, held }: { type: FeedType; language: Language | null; held: Held }) {
  const say = useSay();
  const times = useTimes();
  const wordsFor = useFaultWords();
  const words = held.fault && wordsFor({ type, language }, held.fault);
  return (
    <>
      <Said>{say('newsroom.version.held', { since: times.since(held.since) })}</Said>
      <Said isGrave>
        {words?.what ?? say(`newsroom.fault.${held.why}.vague`)} {words?.todo ?? say(`newsroom.fault.${held.why}.todo`)}
      </Said>
      {words?.counting && <Said>{words.counting}</Said>}
      {words?.detail && <ProgramWords>{words.detail}</ProgramWords>}
      {held.live === null ? (
        <Said>{say('newsroom.version.meanwhileNothing')}</Said>
      ) : (
        <Meanwhile live={held.live} language={language} />
      )}
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
  const full = language && say('newsroom.panel.openIn', { language: say(`newsroom.language.in.${language}`) });
  return (
    <Flex>
      <Link href={address} isExternal {...(full === null ? {} : { 'aria-label': full })}>
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
