import { createHash } from 'node:crypto';
import type { FeedHeader } from '@newsroom/shared/feed';
import { feedHeaderSchema, feedTrailerSchema, feedVersion } from '@newsroom/shared/feed';
import { type EntryFrame, readFrame } from './check-entry.ts';
import { parseCleanly } from './clean-texts.ts';
import { describeIssues } from './describe-issue.ts';
import { EntryCounts } from './entry-counts.ts';
import { FeedFault, type FeedFaults } from './feed-fault.ts';
import { type FeedLine, readFeedLines } from './feed-lines.ts';

const pullAgain = 'Pull the feed from the CMS again. If it happens again, look into the log of the CMS.';

/** A feed whose header was found good. */
export interface OpenFeed {
  header: FeedHeader;
  /** Its versions, not yet checked against the contract of their types; what is wrong with the feed goes to `faults`. */
  versions(faults: FeedFaults): AsyncGenerator<EntryFrame>;
}

/**
 * Opens a feed file and checks its first line.
 *
 * @throws FeedFault when the file cannot be read or its header is not one that this site can go by.
 */
export async function openFeed(file: string): Promise<OpenFeed> {
  const lines = readFeedLines(file);
  const first = await lines.next();
  const line = first.done ? { text: '', bytes: Buffer.alloc(0) } : first.value;
  const header = checkHeader(line.text);
  return { header, versions: (faults) => readVersions(lines, line, header, faults) };
}

function checkHeader(line: string): FeedHeader {
  const value = parseLine(line);
  if (value === undefined) throw notJson(1);
  if (typeof value !== 'object' || value === null || !('feed' in value) || value.feed !== 'newsroom') {
    throw new FeedFault(
      'feed-header',
      'The first line is not the header of a newsroom feed.',
      'Check the address that the feed was pulled from.',
    );
  }
  if (!('version' in value) || value.version !== feedVersion) {
    const found = 'version' in value ? JSON.stringify(value.version) : 'none';
    throw new FeedFault(
      'feed-version',
      `The feed has version ${found}; this site reads version ${feedVersion}.`,
      'Bring the CMS and the site to the same version of the project.',
    );
  }
  const header = feedHeaderSchema.safeParse(value);
  if (!header.success) {
    throw new FeedFault('feed-header', `The header of the feed is wrong: ${describeIssues(header.error.issues)}.`, pullAgain);
  }
  return header.data;
}

async function* readVersions(
  lines: AsyncGenerator<FeedLine>,
  headerLine: FeedLine,
  header: FeedHeader,
  faults: FeedFaults,
): AsyncGenerator<EntryFrame> {
  const hash = createHash('sha256').update(headerLine.bytes);
  const counts = new EntryCounts();
  let number = 1;
  let unreadable: FeedFault | undefined;
  let ended = false;
  for await (const { text, bytes } of lines) {
    number += 1;
    if (ended) {
      faults.add(new FeedFault('feed-after-end', `Line ${number} stands after the end of the feed.`, pullAgain));
      return;
    }
    if (unreadable !== undefined) faults.add(unreadable);
    const value = parseLine(text);
    // The last line of a cut feed is torn: that is told as a cut, below, so it waits for another line.
    unreadable = value === undefined ? notJson(number) : undefined;
    if (typeof value === 'object' && value !== null && 'end' in value) {
      ended = true;
      checkTrailer(value, { seq: header.seq, count: counts.total, digest: hash.digest('hex') }, faults);
      continue;
    }
    hash.update(bytes);
    if (value !== undefined) {
      const frame = readFrame(value, number, header, counts, faults);
      if (frame !== undefined) yield frame;
    }
  }
  if (!ended) {
    const message = `The feed breaks off after line ${number}: it was cut on the way, ${counts.total} of ${expected(header)} entries came.`;
    faults.add(new FeedFault('feed-cut', message, pullAgain));
  } else {
    for (const { type, language, expected, got } of counts.differences(header)) {
      const message = `The feed promises ${expected} of type ${type}${language === null ? '' : ` in ${language}`}, and holds ${got}.`;
      faults.add(new FeedFault('feed-counts', message, pullAgain));
    }
  }
}

function checkTrailer(value: object, came: { seq: number; count: number; digest: string }, faults: FeedFaults): void {
  const trailer = feedTrailerSchema.safeParse(value);
  if (!trailer.success) {
    faults.add(
      new FeedFault('feed-trailer', `The last line of the feed is wrong: ${describeIssues(trailer.error.issues)}.`, pullAgain),
    );
    return;
  }
  const { seq, count, digest } = trailer.data;
  if (seq !== came.seq) {
    const message = `The feed begins as the state ${came.seq} and ends as ${seq}.`;
    faults.add(new FeedFault('feed-trailer', message, pullAgain));
  }
  if (count !== came.count) {
    const message = `The last line counts ${count} entries, and there are ${came.count}.`;
    faults.add(new FeedFault('feed-trailer', message, pullAgain));
  }
  if (digest !== came.digest) {
    const message = 'The feed is not what its last line says: bytes were altered on the way.';
    faults.add(new FeedFault('feed-digest', message, pullAgain));
  }
}

function expected(header: FeedHeader): number {
  return header.counts.reduce((sum, { count }) => sum + count, 0);
}

/** The value of a line; undefined where it is not JSON, or JSON that nests more deeply than anything could mean. */
function parseLine(line: string): unknown {
  try {
    return parseCleanly(line);
  } catch {
    return undefined;
  }
}

function notJson(line: number): FeedFault {
  return new FeedFault('feed-not-ndjson', `Line ${line} of the feed is not JSON.`, pullAgain);
}
