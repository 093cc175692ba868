import type { Obstacle } from '@newsroom/shared/standing';
import { Typography } from '@strapi/design-system';
import { obstacleWords } from './obstacle-words';
import { useSay } from './say';
import { useTimes } from './times';

/** Why something does not move, and what to do about it. */
export function ObstacleNote({ obstacle, isSmall = false }: { obstacle: Obstacle; isSmall?: boolean }) {
  return (
    <Typography tag="p" variant={isSmall ? 'pi' : 'omega'} textColor="danger700">
      {obstacleWords(useSay(), useTimes(), obstacle)}
    </Typography>
  );
}
