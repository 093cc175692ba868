import { Typography } from '@strapi/design-system';
import { ProgramWords } from './program-words';
import { useSay } from './say';
import { useTimes } from './times';
import type { Absence } from './use-polled';

interface Props {
  absence: Absence | undefined;
  /** When the CMS answered last (UTC). */
  lastAt: string | undefined;
}

/** Says that what is shown may be old, and why; nothing where it is fresh. */
export function AbsenceNote({ absence, lastAt }: Props) {
  const say = useSay();
  const times = useTimes();
  const words = () => {
    switch (absence?.kind) {
      case undefined:
        return '';
      case 'refused':
        return say('newsroom.panel.refused');
      case 'logged-out':
        return say('newsroom.panel.loggedOut');
      case 'outdated':
        return say('newsroom.panel.outdated');
      case 'away':
        return lastAt === undefined ? say('newsroom.panel.away') : say('newsroom.panel.awayKnown', { at: times.at(lastAt) });
    }
  };
  // The region is there before its words are, so that a screen reader tells them.
  return (
    <>
      <Typography tag="p" variant="pi" textColor="warning700" role="status">
        {words()}
      </Typography>
      {absence?.kind === 'refused' && <ProgramWords>{absence.message}</ProgramWords>}
    </>
  );
}
