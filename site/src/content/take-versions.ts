import type { DocumentFault, VersionKey } from '@newsroom/shared/document-fault';
import type { FeedEntry } from '@newsroom/shared/feed';
import { contractFault, contractFaults, describeDocument, type EntryFrame } from './check-entry.ts';
import type { Derivation } from './derivation.ts';
import { FeedFault, type FeedFaults } from './feed-fault.ts';
import type { OpenFeed } from './read-feed.ts';
import { told, type Verdict } from './verdict.ts';
import { versionName } from './version-name.ts';
import type { KeptVersion, Versions } from './versions.ts';

/**
 * Takes all versions of a feed, or of none, and tries those again that were held. Of what goes nothing is held back.
 *
 * @param taking.faults gets what is wrong with the feed as a whole; what breaks its contract goes to the verdict
 */
export async function takeVersions(taking: {
  versions: Versions;
  derivation: Derivation;
  feed: OpenFeed | undefined;
  admin: string;
  verdict: Verdict;
  faults: FeedFaults;
}): Promise<void> {
  const { versions, derivation, feed, admin, verdict, faults } = taking;
  const came = new Set<string>();
  for await (const frame of feed?.versions(faults) ?? []) {
    const name = versionName(frame);
    if (came.has(name)) {
      faults.add(cameTwice(frame));
      continue;
    }
    came.add(name);
    versions.put(frame);
    if (isGood(frame, admin, verdict)) derivation.add(frame);
  }
  const others = versions.allKept().filter(({ key }) => !came.has(versionName(key)));
  for (const { key, kept } of others) {
    versions.retry(key, kept);
    isGood(frameOf(key, kept), admin, verdict);
  }
  if (feed === undefined || feed.header.since !== null) return;
  for (const key of [...versions.allShown(), ...others.map((other) => other.key)]) {
    if (!came.has(versionName(key))) versions.remove(key, feed.header.seq);
  }
}

/** What breaks the contract is not shown, or the feed is refused. @returns whether the version is one that is shown */
function isGood(frame: EntryFrame, admin: string, verdict: Verdict): frame is FeedEntry & EntryFrame {
  const { type, id, language, data } = frame;
  const broken = contractFaults(frame);
  if (data === null) return false;
  const fault: DocumentFault = { kind: 'contract', what: told(broken.join('; ')) };
  for (const what of broken) {
    if (verdict.pass({ key: { type, id, language }, fault, refusal: contractFault({ ...frame, data }, what, admin) })) break;
  }
  return broken.length === 0;
}

function cameTwice(frame: EntryFrame): FeedFault {
  const document = describeDocument({ ...frame, data: frame.data ?? {} });
  const hint = 'Look into the log of the CMS: it wrote something that it should not.';
  return new FeedFault('entry-duplicate', `${document} comes twice in the feed.`, hint);
}

function frameOf({ type, id, language }: VersionKey, { seq, at, data }: KeptVersion): EntryFrame {
  return { type, id, language, seq, at, data: data === null ? null : JSON.parse(data) };
}
