import type { Language } from '@newsroom/shared/languages';
import type { Newsroom } from './newsroom.ts';

/** What of an entry of the feed the harness looks at. */
export interface Entry {
  seq: number;
  type: string;
  id: string;
  language: Language | null;
  data: {
    title?: string;
    slug?: string;
    body?: string;
    notice?: { kind: string } | null;
    electionBody?: string;
    description?: string;
    addressMonth?: string;
  } | null;
}

/** All that is published. */
export async function readFeed(newsroom: Newsroom): Promise<Entry[]> {
  return (await linesOf(newsroom, 'feed')).slice(1, -1);
}

/** Single changes of a history. */
export async function readChanges(newsroom: Newsroom, epoch: string, seqs: number[]): Promise<Entry[]> {
  return seqs.length === 0 ? [] : await linesOf(newsroom, `changes?${new URLSearchParams({ epoch, seqs: seqs.join(',') })}`);
}

async function linesOf({ cms, token }: Newsroom, place: string): Promise<Entry[]> {
  const response = await fetch(`${cms}/api/newsroom/${place}`, { headers: { Authorization: `Bearer ${token}` } });
  const text = await response.text();
  if (!response.ok) throw new Error(`The CMS answered ${place} with status ${response.status}: ${text}`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}
