import { deploy } from '../deploy/deploy.ts';
import { liveEdition } from '../deploy/kept-editions.ts';
import { placesIn } from '../deploy/places.ts';
import { openWorkplace } from '../deploy/workplace.ts';
import { Refusal } from '../refusal.ts';
import { madeSite } from './made-site.ts';

/**
 * A publisher of its own for tests: deploys made sites below a folder, of states from one to another. A state for
 * which it was too late is left out.
 */
const [root = '', from = '', to = from] = process.argv.slice(2);
const places = placesIn(root);
for (let seq = Number(from); seq <= Number(to); seq += 1) {
  const site = madeSite(seq, liveEdition(places)?.generation ?? 0);
  const workplace = openWorkplace(places);
  try {
    const { generation } = await deploy(places, workplace, site);
    console.log(`${generation} ${seq}`);
  } catch (error) {
    console.error((error as Error).message);
    if (!(error instanceof Refusal) || from === to) process.exitCode = 1;
  } finally {
    workplace.leave();
  }
}
