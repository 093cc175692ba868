import type { DeskEntry } from '@newsroom/shared/popular-desk';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useSay } from '../publishing/say';

interface Props {
  entry: DeskEntry;
  /** Whether the list is computed by settings that are not saved. */
  isPreview: boolean;
}

/** How a release moved: since the day before, or from where it stands by the saved settings. */
export function Movement({ entry: { rank, rankBefore, rankInForce }, isPreview }: Props) {
  const say = useSay();
  if (isPreview) {
    const [seen, heard] =
      rankInForce === null
        ? [say('newsroom.popular.movement.effectNew', { rank }), say('newsroom.popular.movement.effectNewWords', { rank })]
        : [
            say('newsroom.popular.movement.effect', { before: rankInForce, rank }),
            say('newsroom.popular.movement.effectWords', { before: rankInForce, rank }),
          ];
    return <Told seen={seen} heard={heard} colour={rank === rankInForce ? 'neutral600' : 'primary700'} />;
  }
  if (rankBefore === null) return <Told seen={say('newsroom.popular.movement.new')} colour="neutral600" />;
  if (rankBefore === rank) return <Told seen="=" heard={say('newsroom.popular.movement.same')} colour="neutral600" />;
  const [arrow, word, colour] = rankBefore > rank ? (['▲', 'up', 'success700'] as const) : (['▼', 'down', 'danger700'] as const);
  const heard = say(`newsroom.popular.movement.${word}`, { before: rankBefore });
  return <Told seen={`${arrow} ${Math.abs(rankBefore - rank)}`} heard={heard} colour={colour} />;
}

function Told({ seen, heard, colour }: { seen: string; heard?: string; colour: string }) {
  return (
    <Typography
      variant="pi"
      textColor={colour}
      style={{ whiteSpace: 'nowrap' }}
      {...(heard === undefined ? {} : { title: heard })}
    >
      <span aria-hidden={heard !== undefined}>{seen}</span>
      {heard !== undefined && <VisuallyHidden>{heard}</VisuallyHidden>}
    </Typography>
  );
}
