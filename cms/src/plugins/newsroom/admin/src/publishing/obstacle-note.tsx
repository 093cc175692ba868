import type { Obstacle } from '@newsroom/shared/standing';
import { Typography } from '@strapi/design-system';
import { obstacleWords } from './obstacle-words';
import { useSay } from './say';
import { useTimes } from './times';

/** Why something does not move, and what to do about it. */
export function ObstacleNote({ obstacle }: { obstacle: Obstacle }) {
  return (
    <Typography tag="p" variant="pi" textColor="danger700">
      {obstacleWords(useSay(), useTimes(), obstacle)}
    </Typography>
  );
}
