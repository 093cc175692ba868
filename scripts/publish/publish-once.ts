import type { Edition } from '@newsroom/shared/edition';
import { siteAddress } from '../machine/environment.ts';
import { Failure } from '../machine/failure.ts';
import { explainSystemFault } from '../machine/system-fault.mjs';
import { keptEditions, liveEdition } from './deploy/kept-editions.ts';
import { isBusy, isFull } from './deploy/lock.ts';
import type { Places } from './deploy/places.ts';
import { openWorkplace, type Workplace } from './deploy/workplace.ts';
import { dropDrawn } from './draw.ts';
import { type Outcome, publish, settleAfter } from './publish.ts';
import { Refusal } from './refusal.ts';
import { type PublishOptions, placesHere, type Run } from './run.ts';
import { takeMark } from './run-mark.ts';
import { RunReport } from './run-report.ts';
import { editionElsewhere, editionIfAny } from './site-elsewhere.ts';

/**
 * Makes one run: alone on this machine, told to the desk, with its traces cleared away.
 *
 * @throws Refusal
 */
export async function publishOnce(options: PublishOptions): Promise<Outcome> {
  const places = placesHere();
  const workplace = openOrRefuse(places);
  const report = new RunReport(workplace.run, workplace.publisher);
  const kept = () => keptEditions(places).map(({ generation }) => generation);
  try {
    const mark = await takeMark(places, workplace, (other) => console.error(`· Waiting for ${other}, which is publishing …`));
    try {
      const here = liveEdition(places);
      const run: Run = {
        places,
        workplace,
        mark,
        report,
        options: { ...options },
        here,
        elsewhere: await elsewhere(here, options),
        order: 0,
        isReleased: false,
      };
      const outcome = await publish(run);
      await report.end(outcome.kind === 'nothing' ? { kind: 'nothing' } : { kind: 'deployed', edition: outcome.edition }, kept());
      await settleAfter(run, outcome);
      return outcome;
    } catch (error) {
      await dropDrawn();
      throw error;
    } finally {
      mark.giveBack();
    }
  } catch (error) {
    const refusal = asRefusal(error);
    await report.end({ kind: 'refused', why: refusal.why, message: refusal.message.slice(0, 4000) }, kept());
    throw refusal;
  } finally {
    workplace.leave();
  }
}

function openOrRefuse(places: Places): Workplace {
  try {
    return openWorkplace(places);
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * Where the site is served elsewhere, what it says counts: always if that is how this machine is set up, else where
 * nothing is live here.
 */
async function elsewhere(here: Edition | null, { first }: PublishOptions): Promise<Edition | null> {
  const address = process.env.NEWSROOM_EDITION_URL;
  if (address) return first ? await editionIfAny(address) : await editionElsewhere(address);
  if (first) return null;
  const site = process.env.SITE_URL ?? siteAddress();
  return here === null && site !== siteAddress() ? await editionElsewhere(site) : null;
}

const busy =
  'Another process keeps the files of publishing to itself. If it is stopped or frozen, let it go on or end it (kill -9), then publish again.';

const full =
  'The disk is full where the files of publishing lie. Free some space (the newsroom needs about 2 GB), then publish again; the site stays as it was.';

/** Whatever went wrong, as what the desk and the operator are told. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Failure) return new Refusal('code', error.message, { cause: error });
  if (isBusy(error)) return new Refusal('machine', busy, { cause: error });
  if (isFull(error)) return new Refusal('machine', full, { cause: error });
  const words = explainSystemFault(error);
  if (words !== undefined) return new Refusal('machine', words, { cause: error });
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Refusal('code', `A fault of this program: ${told}`, { cause: error });
}
