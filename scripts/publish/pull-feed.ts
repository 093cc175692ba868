import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { askCms, bytesOf } from './ask-cms.ts';

/** What part of the feed is wanted. */
export type FeedQuestion =
  | { kind: 'whole' }
  | { kind: 'at'; epoch: string; seq: number; mark: string }
  | { kind: 'since'; epoch: string; seq: number; mark: string };

/** Whether a feed was pulled into the file, or the CMS has another history than the one that was asked about. */
export type PulledFeed = { kind: 'feed'; file: string } | { kind: 'other-history'; why: string };

/**
 * Fetches the feed from the CMS into a file. Whether it is whole is not judged here but where it is taken in.
 *
 * @throws Refusal `cms` where the CMS does not answer, or not to the end
 */
export async function pullFeed(question: FeedQuestion, file: string): Promise<PulledFeed> {
  const answer = await askCms(`feed${parametersOf(question)}`);
  if (answer.kind === 'other-history') return answer;
  mkdirSync(path.dirname(file), { recursive: true });
  await pipeline(bytesOf(answer.response), createWriteStream(`${file}.new`));
  renameSync(`${file}.new`, file);
  return { kind: 'feed', file };
}

function parametersOf(question: FeedQuestion): string {
  if (question.kind === 'whole') return '';
  const { kind, epoch, seq, mark } = question;
  return `?${new URLSearchParams({ epoch, [kind]: String(seq), mark })}`;
}
