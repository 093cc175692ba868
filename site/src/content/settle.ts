import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runAsProgram, type Say } from '../../command.ts';
import { describeIssues } from './describe-issue.ts';
import { FeedRefused } from './feed-fault.ts';
import { liveEditionSchema, readGoods, settleSnapshot } from './settle-snapshot.ts';
import { OtherState } from './snapshot-writing.ts';

const usage = 'Usage: node site/src/content/settle.ts --snapshot FILE --edition FILE [--good FILE]';

/**
 * The command: makes a snapshot know that its state is live. The edition is a JSON file with {epoch, seq, held}, as
 * `edition.json` has them; `--good` gives versions, one a line, as the CMS writes them. Exit codes: 0 done, 1 the snapshot
 * or a file cannot be used, 2 wrongly called, 3 the snapshot is at another state, or lacks a version that is shown.
 */
export async function run(args: readonly string[], say: Say): Promise<number> {
  const request = readArguments(args);
  if (typeof request === 'string') {
    say.words(`${request}\n${usage}`);
    return 2;
  }
  try {
    const edition = liveEditionSchema.safeParse(JSON.parse(readFileSync(request.edition, 'utf8')));
    if (!edition.success) {
      say.words(`${request.edition} does not say what is live: ${describeIssues(edition.error.issues)}.`);
      return 1;
    }
    const goods = request.good === undefined ? [] : await readGoods(request.good);
    await settleSnapshot(request.snapshot, edition.data, goods);
    return 0;
  } catch (error) {
    if (error instanceof OtherState) {
      say.words(error.message);
      return 3;
    }
    if (!(error instanceof FeedRefused || isOfReading(error))) throw error;
    say.words(error.message);
    return 1;
  }
}

/** A file that is not there, or is no JSON. */
function isOfReading(error: unknown): error is Error {
  return error instanceof SyntaxError || (error instanceof Error && 'syscall' in error);
}

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { snapshot: { type: 'string' }, edition: { type: 'string' }, good: { type: 'string' } },
    });
    const { snapshot, edition, good } = values;
    if (snapshot === undefined || edition === undefined) return 'Say which snapshot, and which edition.';
    return { snapshot, edition, good };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

await runAsProgram(import.meta, run);
