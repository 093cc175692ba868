import type { Obstacle } from '@newsroom/shared/standing';
import { capital, type Say } from './say';
import type { Times } from './times';
import { whoPaused } from './who-paused';

/** Why nothing moves, and what to do about it. */
export function obstacleWords(say: Say, times: Times, obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'paused':
      return capital(say('newsroom.obstacle.paused', { by: whoPaused(say, obstacle.pause), at: times.at(obstacle.pause.at) }));
    case 'refused':
      return say('newsroom.obstacle.refused', {
        at: times.at(obstacle.at),
        what: say(`newsroom.refusal.${obstacle.why}.what`),
        todo: say(`newsroom.refusal.${obstacle.why}.todo`),
      });
    case 'no-publisher':
      return obstacle.since === null
        ? say('newsroom.obstacle.never-publisher')
        : say('newsroom.obstacle.no-publisher', { since: times.since(obstacle.since) });
    case 'site-silent':
      return obstacle.since === null
        ? say('newsroom.obstacle.never-site')
        : say('newsroom.obstacle.site-silent', { since: times.since(obstacle.since) });
  }
}
