import { parseArgs } from 'node:util';
import { pausedBy } from '@newsroom/shared/edition';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { rollBack } from './deploy/roll-back.ts';
import { openWorkplace } from './deploy/workplace.ts';
import { describeOutcome } from './describe-outcome.ts';
import { placesHere } from './run.ts';
import { editionElsewhere } from './site-elsewhere.ts';

const usage = `Brings a kept edition back, within a second, and leaves the site so until "npm run release".

  npm run rollback                 the edition before the live one
  npm run rollback -- GENERATION   this one; "npm run editions" lists them`;

await runCommand(async () => {
  const { generation, help } = readArguments();
  if (help) return console.log(usage);
  loadEnvironment();
  const places = placesHere();
  const workplace = openWorkplace(places);
  try {
    const pause = { by: pausedBy.operator, at: new Date().toISOString() };
    const site = process.env.NEWSROOM_EDITION_URL;
    const elsewhere = site ? await editionElsewhere(site) : null;
    const edition = await rollBack(places, workplace, generation, { order: 0, pause, elsewhere });
    console.log(describeOutcome({ kind: 'rolled-back', edition }));
  } finally {
    workplace.leave();
  }
});

function readArguments(): { generation: number | undefined; help: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } });
    const [text] = positionals;
    const generation = text === undefined ? undefined : Number(text);
    if (positionals.length > 1 || (generation !== undefined && !(Number.isInteger(generation) && generation > 0)))
      throw new Error(`"${positionals.join(' ')}" is no generation: that is a number, such as 12.`);
    return { generation, help: values.help };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
