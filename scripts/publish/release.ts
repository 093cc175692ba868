import { loadEnvironment } from '../machine/environment.ts';
import { runCommand } from '../machine/failure.ts';
import { release } from './deploy/roll-back.ts';
import { openWorkplace } from './deploy/workplace.ts';
import { describeOutcome } from './describe-outcome.ts';
import { publishOnce } from './publish-once.ts';
import { placesHere } from './run.ts';

/** Ends the pause that a rollback began. What was published meanwhile goes live with the next run of a publisher. */
await runCommand(async () => {
  loadEnvironment();
  // What is paused elsewhere may be no edition of this machine's: then what is published takes its place.
  if (process.env.NEWSROOM_EDITION_URL) return console.log(describeOutcome(await publishOnce({ release: true })));
  const places = placesHere();
  const workplace = openWorkplace(places);
  try {
    const edition = await release(places, workplace, { order: 0, elsewhere: null });
    console.log(edition === undefined ? 'The site is not paused.' : describeOutcome({ kind: 'released', edition }));
  } finally {
    workplace.leave();
  }
});
