import { stat } from 'node:fs/promises';
import { blockCounters } from '../access-log/block-counters.ts';
import { CountedDays } from '../access-log/counted-days.ts';
import { DaySalts, newSecret } from '../access-log/day-salts.ts';
import { inOrderOfTime } from '../access-log/in-order-of-time.ts';
import { LogCollection } from '../access-log/log-collection.ts';
import { LogFile } from '../access-log/log-file.ts';
import { stateAfter, totalsAfter } from '../access-log/next-state.ts';
import { PageIndex } from '../access-log/page-index.ts';
import { emptyState, type State } from '../access-log/state.ts';
import { StateFolder } from '../access-log/state-folder.ts';
import { removeDeadTrials, trialFolder } from '../access-log/trial-folders.ts';
import { untoldDays } from '../access-log/untold-days.ts';
import { type CollectContext, type Collected, type Collector, type Fault, toldFaults } from '../collector.ts';

/** The logs of web servers. */
export const collector: Collector = {
  name: 'access-log',
  summary: 'logs of nginx or Apache in the combined format, or of Caddy as JSON; plain or packed by gzip',
  template: {
    fileName: 'access.log',
    text: '192.0.2.7 - - [27/Nov/2026:22:10:05 +0500] "GET /kk/news/2026/11/example/ HTTP/1.1" 200 5120 "-" "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0"\n',
  },
  async collect(names, context) {
    const pages = new PageIndex(context.addresses);
    removeDeadTrials(context.folder);
    if (!context.isTrial) return await collect(names, context, new StateFolder(context.folder, pages), pages);
    const folder = new StateFolder(trialFolder(context.folder, process.pid), pages);
    try {
      return await collect(names, context, folder, pages);
    } finally {
      folder.remove();
    }
  },
};

async function collect(
  names: readonly string[],
  context: CollectContext,
  folder: StateFolder,
  pages: PageIndex,
): Promise<Collected> {
  const { now, isTrial } = context;
  const { files, missing } = await openAll(names);
  const before: State = isTrial ? emptyState : folder.read();
  const salts = { known: saltsOf(before), secret: newSecret() };
  const days = new CountedDays(before.days, folder, now);
  const counters = blockCounters(
    { addresses: [...context.addresses.entries()], office: context.office, now, salts: salts.known, secret: salts.secret },
    await sizeOf(files),
  );
  const collection = new LogCollection(before.logs, days, counters, isTrial);
  try {
    for (const file of await inOrderOfTime(files)) await collection.read(file);
  } finally {
    await counters.end();
  }
  const { lines, notes } = collection;
  const faults = [...missing, ...collection.faults].slice(0, toldFaults);
  const faultCount = missing.length + collection.faultCount;
  const isToBeMended = missing.length > 0 || collection.isToBeMended;
  const totals = totalsAfter(before, days, pages);
  const kept = { days, logs: [...collection.logs], salts: new DaySalts(salts.known, salts.secret), now };
  const state = isTrial ? before : stateAfter(before, totals, kept);
  if (!isTrial) folder.write(state);
  const unknown = [...collection.unknown].map(([address, count]) => ({ address, count })).toSorted((a, b) => b.count - a.count);
  const untold = untoldDays(state, totals);
  return {
    days: untold.map(({ collected }) => collected),
    isAllOfTheDays: true,
    ...{ lines, faults, faultCount, isToBeMended, notes },
    unknown: unknown.slice(0, toldFaults),
    unknownCount: unknown.length,
    noteTold(days) {
      if (isTrial) return;
      for (const { collected, told } of untold) {
        const known = state.days[collected.day];
        if (known !== undefined && days.includes(collected.day)) state.days[collected.day] = { ...known, told };
      }
      folder.write(state);
    },
  };
}

/** Opens logs. Those that cannot be read are told, and stop no other. @throws Failure where none can be read */
async function openAll(names: readonly string[]): Promise<{ files: LogFile[]; missing: Fault[] }> {
  const files: LogFile[] = [];
  const failed: { file: string; error: Error }[] = [];
  for (const file of names) {
    await LogFile.open(file).then(
      (opened) => files.push(opened),
      (error: Error) => failed.push({ file, error }),
    );
  }
  const [first] = failed;
  if (files.length === 0 && first !== undefined) throw first.error;
  return { files, missing: failed.map(({ file, error }) => ({ file, line: 0, message: error.message })) };
}

function saltsOf({ days }: State): Map<string, Uint8Array> {
  const open = Object.entries(days).flatMap(([day, kept]) => (kept.open === null ? [] : [[day, kept.open.salt] as const]));
  return new Map(open.map(([day, salt]) => [day, new Uint8Array(Buffer.from(salt, 'base64'))]));
}

/** How many bytes there are to count, about: a log is packed to a tenth of its length. */
async function sizeOf(files: readonly LogFile[]): Promise<number> {
  const sizes = await Promise.all(files.map(async ({ name, isPacked }) => (await stat(name)).size * (isPacked ? 10 : 1)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
