import { deploy } from '../deploy/deploy.ts';
import { liveEdition } from '../deploy/kept-editions.ts';
import { placesIn } from '../deploy/places.ts';
import { openWorkplace } from '../deploy/workplace.ts';
import { madeSite } from './made-site.ts';

/** A publisher of its own for tests: deploys one made site below a folder. Usage: FOLDER SEQ [BASE] */
const [root = '', seq = '', base] = process.argv.slice(2);
const places = placesIn(root);
const site = madeSite(Number(seq), base === undefined ? (liveEdition(places)?.generation ?? 0) : Number(base));
const workplace = openWorkplace(places);
try {
  const edition = await deploy(places, workplace, site);
  console.log(edition.generation);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  workplace.leave();
}
