import type { Edition } from '@newsroom/shared/edition';
import { loadEnvironment } from '../machine/environment.ts';
import { runCommand } from '../machine/failure.ts';
import { keptEditions, liveEdition } from './deploy/kept-editions.ts';
import { placesHere } from './run.ts';

/** Lists the editions that are kept, the live one first. */
await runCommand(async () => {
  loadEnvironment();
  const places = placesHere();
  const live = liveEdition(places);
  if (live === null) return console.log('There is no edition yet. Make the first one with: npm run publish:site');
  for (const edition of keptEditions(places)) console.log(describe(edition, live.generation));
  if (live.paused) console.log(`\nThe site is paused by ${live.paused.by}, since ${live.paused.at}. To go on: npm run release`);
});

function describe({ generation, at, seq, asOf, pages, heldCount, paused }: Edition, live: number): string {
  const marks = [
    ...(generation === live ? ['live'] : []),
    ...(paused ? ['rolled back to'] : []),
    ...(heldCount ? [`${heldCount} held`] : []),
  ];
  return `${String(generation).padStart(6)}  ${at}  up to ${seq}, for ${asOf}, ${pages} pages${marks.length > 0 ? `  (${marks.join(', ')})` : ''}`;
}
