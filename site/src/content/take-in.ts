import { parseArgs } from 'node:util';
import { localDay, localDaySchema } from '@newsroom/shared/local-time';
import { FeedRefused } from './feed-fault.ts';
import { takeInFeed } from './take-in-feed.ts';

const usage = 'Usage: node site/src/content/take-in.ts --feed FILE --snapshot FILE [--as-of YYYY-MM-DD] [--accept-loss]';

/** The command. Exit codes: 0 taken in, 1 the feed was refused, 2 the command was called wrongly. */
async function main(): Promise<number> {
  const request = readArguments();
  if (typeof request === 'string') {
    console.error(`${request}\n${usage}`);
    return 2;
  }
  try {
    const taken = await takeInFeed(request);
    if (taken.danglingRelations > 0) {
      console.error(
        `Warning: ${taken.danglingRelations} relations lead to documents that are not in the feed; they are left out.`,
      );
    }
    if (taken.pagesWithoutAddress > 0) {
      console.error(
        `Warning: ${taken.pagesWithoutAddress} pages of what is not translated are left out, since other documents have their addresses.`,
      );
    }
    console.log(
      `Taken in: ${taken.releases} press releases, ${taken.entries} entries in all, state ${taken.seq} of ${taken.epoch}, for ${taken.asOf}.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof FeedRefused)) throw error;
    console.error(error.message);
    return 1;
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        feed: { type: 'string' },
        snapshot: { type: 'string' },
        'as-of': { type: 'string', default: localDay(new Date().toISOString()) },
        'accept-loss': { type: 'boolean', default: false },
      },
    });
    if (values.feed === undefined || values.snapshot === undefined) return 'Say which feed, and which snapshot.';
    if (!localDaySchema.safeParse(values['as-of']).success) return `"${values['as-of']}" is not a day; write it like 2022-06-05.`;
    return { feed: values.feed, snapshot: values.snapshot, asOf: values['as-of'], acceptLoss: values['accept-loss'] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
