import type { VersionKey } from '@newsroom/shared/document-fault';
import type { FeedData } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';

/** The types in which editors write texts with links. */
export const writtenTypes = ['delegation', 'event', 'observer-organisation', 'page', 'press-release', 'site-settings'] as const;

type WrittenType = (typeof writtenTypes)[number];

export function isWrittenType(type: string): type is WrittenType {
  return (writtenTypes as readonly string[]).includes(type);
}

/** A version in which an editor wrote, as it is shown, and what is live of it. */
export type WrittenVersion = {
  [T in WrittenType]: {
    type: T;
    id: string;
    language: Language;
    data: FeedData<T>;
    /** `same`: what is shown is live, or it is not known what is; undefined: nothing of it is. */
    live: FeedData<T> | 'same' | undefined;
  };
}[WrittenType];

/** What a query gives of such a version. */
export interface WrittenRow extends VersionKey {
  data: string;
  /** Whether something newer than what is live is kept of it. */
  kept: 0 | 1;
  fault: string | null;
  good: string | null;
}

/**
 * Whether a link to the site itself may stand in the texts of a version: to look closer at all of them would take long.
 *
 * @param data the version as JSON
 * @param host the site's own, as URLs have it
 */
export function mayLinkToSite(data: string, host: string): boolean {
  return (
    /<a\s|\]:|"footerLinks":\[\{|\]\((?:\s|\\[nrt])*<?(?!https?:\/\/|mailto:|tel:|media:|#)/i.test(data) ||
    host.includes('xn--') || // it can be written in other letters
    data.toLowerCase().includes(host)
  );
}

/** @param settled whether it is known what is live */
export function readWritten({ type, id, language, data, kept, fault, good }: WrittenRow, settled: boolean): WrittenVersion {
  const same = !settled || kept === 0 || fault !== null;
  const live = same ? 'same' : good === null ? undefined : JSON.parse(good);
  // The data kept its contract when it was taken in.
  return { type, id, language, data: JSON.parse(data), live } as WrittenVersion;
}
