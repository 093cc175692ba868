import type { EditionsView } from '@newsroom/shared/editions-view';
import type { Say } from '../publishing/say';
import type { Times } from '../publishing/times';

/** How the site stands, in a few sentences. @example 'Readers get edition 12, live since 14:02. Everything that is published is in it.' */
export function siteSentences(say: Say, times: Times, { live, problem, waiting }: EditionsView): string {
  if (live === null) return say('newsroom.site.unseen');
  const { generation, paused, heldCount } = live.edition;
  const sentences = [
    paused === null
      ? say('newsroom.site.live', { number: generation, since: times.since(live.seenAt) })
      : say('newsroom.site.paused', { number: generation }),
    heldCount === 0 ? '' : say('newsroom.site.held', { count: heldCount }),
    waitingSentence(say, waiting, heldCount > 0),
    problem === null ? '' : say('newsroom.site.problem'),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function waitingSentence(say: Say, { count, obstacle }: EditionsView['waiting'], isSomeHeld: boolean): string {
  if (count === 0) return say(isSomeHeld ? 'newsroom.site.completeElse' : 'newsroom.site.complete');
  return say(obstacle === null ? 'newsroom.site.coming' : 'newsroom.site.waiting', { count });
}
