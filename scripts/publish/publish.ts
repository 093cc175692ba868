import type { HeldVersion, VersionWarning } from '@newsroom/shared/document-fault';
import type { Edition, Making } from '@newsroom/shared/edition';
import { localDay } from '@newsroom/shared/local-time';
import { carryOut, releaseWhereverItIs } from './carry-out.ts';
import { type Compiled, compileSite, knownCompiled } from './compile-site.ts';
import { deploy } from './deploy/deploy.ts';
import { rootOf } from './deploy/later.ts';
import { type DrawnSite, draw, keepDrawn } from './draw.ts';
import { look } from './look.ts';
import { type Pulled, pull } from './pull.ts';
import { Refusal } from './refusal.ts';
import { type Run, replacedBy, stage } from './run.ts';
import { settle } from './settle.ts';
import { noteSnapshotState } from './snapshot-state.ts';
import { type Hold, type TakenIn, takeIn } from './take-in.ts';
import { verify } from './verify.ts';

/** What came of a run, where nothing was wrong. */
export type Outcome =
  | { kind: 'nothing'; why: string }
  | { kind: 'rolled-back'; edition: Edition }
  | { kind: 'released'; edition: Edition }
  | { kind: 'deployed'; edition: Edition; held: readonly HeldVersion[]; warnings: readonly VersionWarning[] };

/**
 * From what is published to the live edition. Whatever stage fails, the edition that was live stays.
 *
 * @throws Refusal saying what happened, where, and what to do next
 */
export async function publish(run: Run): Promise<Outcome> {
  const wanted = await look(replacedBy(run));
  const switched = await carryOut(run, wanted);
  const released = switched ?? (run.options.release ? await releaseWhereverItIs(run) : undefined);
  if (released !== undefined) return released;
  const paused = replacedBy(run)?.paused;
  if (paused) return { kind: 'nothing', why: `The site was rolled back by ${paused.by}, and it stays so until it is released.` };
  const asOf = dayFor(run);
  const compiled = knownCompiled() ?? (await stage(run, 'compile', compileSite));
  if (!run.isReleased && isLive(run, { ...wanted, code: compiled.code, asOf }))
    return { kind: 'nothing', why: 'All that is published is live.' };
  const pulled = await stage(run, 'pull', () => pull(run));
  return await makeEdition(run, { compiled, pulled, asOf });
}

async function makeEdition(
  run: Run,
  { compiled, pulled, asOf }: { compiled: Compiled; pulled: Pulled; asOf: string },
): Promise<Outcome> {
  let taken = await takeInAll(run, pulled, asOf);
  run.report.makes({ epoch: taken.epoch, seq: taken.seq, code: compiled.code, asOf }, pulled.changes);
  const hold: Hold[] = [];
  for (;;) {
    run.report.found(taken.held, []);
    const drawn = await stage(run, 'draw', () => draw(run, compiled, taken));
    const { holds, warnings } = await stage(run, 'verify', () => verify(run, drawn, taken, pulled.admin));
    run.report.found(taken.held, warnings);
    if (holds.length === 0) return await putLive(run, { compiled, taken, drawn, warnings });
    addHolds(hold, holds);
    taken = await stage(run, 'take-in', () => takeInAgain(run, hold, asOf));
  }
}

async function putLive(
  run: Run,
  { compiled, taken, drawn, warnings }: { compiled: Compiled; taken: TakenIn; drawn: DrawnSite; warnings: VersionWarning[] },
): Promise<Outcome> {
  const { epoch, seq, mark, asOf, held } = taken;
  const edition = await stage(run, 'deploy', () =>
    deploy(
      run.places,
      run.workplace,
      {
        folder: drawn.folder,
        from: drawn.account.opening.base,
        gone: drawn.account.gone.map(({ file }) => file),
        assets: drawn.account.all.assets,
        sitemap: drawn.account.all.sitemap,
        making: { epoch, seq, code: compiled.code, asOf },
        base: run.here?.generation ?? 0,
        elsewhere: run.elsewhere && run.isReleased ? { ...run.elsewhere, paused: null } : run.elsewhere,
        held,
        mark,
        pages: drawn.account.all.pages,
        order: Math.max(run.order, replacedBy(run)?.order ?? 0),
      },
      run.mark.isMine,
    ),
  );
  return { kind: 'deployed', edition, held, warnings };
}

/** Lets the snapshot know what is live; where that fails, the next run does it. */
export async function settleAfter(run: Run, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'deployed') return;
  const { edition, held } = outcome;
  await keepDrawn(rootOf(run.places, edition.generation));
  const { epoch, seq, mark, asOf } = edition;
  if (await settle(run, { edition, held })) noteSnapshotState({ epoch, seq, mark, asOf, settled: seq });
}

/** Whether all is live: what is published, the code as it is, the day. */
function isLive(run: Run, { epoch, seq, mark, code, asOf }: Making & { mark: string }): boolean {
  const live = replacedBy(run);
  if (live === null || epoch !== live.epoch || seq !== live.seq || mark !== live.mark) return false;
  return code === live.code && asOf === live.asOf;
}

/** The day to compute rankings for: today, but never before the live edition's, as when a clock was set back. */
function dayFor(run: Run): string {
  const days = [localDay(new Date().toISOString()), replacedBy(run)?.asOf ?? ''];
  return run.options.asOf ?? days.toSorted().at(-1) ?? '';
}

async function takeInAll(run: Run, pulled: Pulled, asOf: string): Promise<TakenIn> {
  const order = { asOf, hold: [] };
  const taken = await stage(run, 'take-in', () => takeIn(run, { parts: pulled.parts, ...order }));
  if (taken !== undefined) return taken;
  const all = await stage(run, 'pull', () => pull(run, { anew: true }));
  const anew = await stage(run, 'take-in', () => takeIn(run, { parts: all.parts, ...order }));
  return anew ?? refuseSnapshot();
}

async function takeInAgain(run: Run, hold: readonly Hold[], asOf: string): Promise<TakenIn> {
  return (await takeIn(run, { parts: [], asOf, hold })) ?? refuseSnapshot();
}

function refuseSnapshot(): never {
  throw new Refusal('machine', 'The snapshot cannot be gone on with. Remove var/site/snapshot.sqlite, and publish again.');
}

/** Each round holds one version more at least, so that it ends. */
function addHolds(hold: Hold[], holds: readonly Hold[]): void {
  const name = ({ type, id, language }: Hold) => `${type} ${id} ${language}`;
  const known = new Set(hold.map(name));
  const more = holds.filter((each) => !known.has(name(each)));
  if (more.length === 0)
    throw new Refusal(
      'verify',
      `What is held is drawn all the same: ${holds.map(name).join(', ')}. This is a fault of the site's code.`,
    );
  hold.push(...more);
}
