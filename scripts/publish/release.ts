import { loadEnvironment } from '../machine/environment.ts';
import { runCommand } from '../machine/failure.ts';
import { release } from './deploy/roll-back.ts';
import { openWorkplace } from './deploy/workplace.ts';
import { describeOutcome } from './describe-outcome.ts';
import { placesHere } from './run.ts';

/** Ends the pause that a rollback began. What is published goes live with the next run of a publisher. */
await runCommand(async () => {
  loadEnvironment();
  const places = placesHere();
  const workplace = openWorkplace(places);
  try {
    const edition = await release(places, workplace, { order: 0 });
    console.log(edition === undefined ? 'The site is not paused.' : describeOutcome({ kind: 'released', edition }));
  } finally {
    workplace.leave();
  }
});
