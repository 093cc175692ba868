import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { documentFaultSchema, versionKeySchema } from '@newsroom/shared/document-fault';
import { localDay, localDaySchema } from '@newsroom/shared/local-time';
import { runAsProgram, type Say } from '../../command.ts';
import { describeIssues } from './describe-issue.ts';
import { FeedRefused } from './feed-fault.ts';
import { OtherState } from './snapshot-writing.ts';
import { type Hold, type TakeInRequest, type TakenIn, takeInFeed } from './take-in-feed.ts';

const usage = `Usage: node site/src/content/take-in.ts --snapshot FILE [--feed FILE] [--as-of YYYY-MM-DD] [--accept-loss]
  [--hold FILE] [--hold-faults] [--json]`;

/**
 * The command. Exit codes: 0 taken in, 1 the feed was refused, 2 the command was called wrongly, 3 a whole feed is due
 * instead of this one, 4 much of the site would go.
 */
export async function run(args: readonly string[], say: Say): Promise<number> {
  const request = readArguments(args);
  if (typeof request === 'string') {
    say.words(`${request}\n${usage}`);
    return 2;
  }
  try {
    tell(await takeInFeed(request), request.json, say);
    return 0;
  } catch (error) {
    if (!(error instanceof FeedRefused) && !(error instanceof OtherState)) throw error;
    say.words(error.message);
    if (error instanceof OtherState) return 3;
    return error.isLossAlone ? 4 : 1;
  }
}

function tell(taken: TakenIn, asJson: boolean, say: Say): void {
  for (const warning of taken.warnings) say.words(`Warning: ${warning}`);
  say.result(
    asJson
      ? JSON.stringify(taken)
      : `Taken in: ${taken.releases} press releases, ${taken.entries} entries in all, state ${taken.seq} of ${taken.epoch}, for ${taken.asOf}.`,
  );
}

function readArguments(args: readonly string[]): (TakeInRequest & { json: boolean }) | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        feed: { type: 'string' },
        snapshot: { type: 'string' },
        'as-of': { type: 'string', default: localDay(new Date().toISOString()) },
        'accept-loss': { type: 'boolean', default: false },
        hold: { type: 'string' },
        'hold-faults': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { feed, snapshot, 'as-of': asOf, 'accept-loss': acceptLoss, 'hold-faults': holdFaults, json } = values;
    if (snapshot === undefined) return 'Say which snapshot.';
    if (!localDaySchema.safeParse(asOf).success) return `"${asOf}" is not a day; write it like 2022-06-05.`;
    const hold = values.hold === undefined ? [] : readHolds(values.hold);
    return { feed, snapshot, asOf, acceptLoss, holdFaults, hold, json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const holdsSchema = versionKeySchema.extend({ fault: documentFaultSchema }).array();

function readHolds(file: string): Hold[] {
  const holds = holdsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (holds.success) return holds.data;
  throw new Error(`${file} is not a list of versions with their faults: ${describeIssues(holds.error.issues)}.`);
}

await runAsProgram(import.meta, run);
