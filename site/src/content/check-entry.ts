import { adminAddress } from '@newsroom/shared/admin-address';
import { dailyMetricsId } from '@newsroom/shared/daily-metrics';
import { isDirectoryType, lacksSourceText } from '@newsroom/shared/directory';
import { documentIdSchema } from '@newsroom/shared/document';
import {
  type FeedData,
  type FeedHeader,
  type FeedType,
  feedEntryFrameSchema,
  feedTypes,
  hasLanguages,
} from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { popularChoicesId } from '@newsroom/shared/popular-choices';
import { slugSchema } from '@newsroom/shared/slug';
import { describeIssue, describeIssues } from './describe-issue.ts';
import type { EntryCounts } from './entry-counts.ts';
import { FeedFault, type FeedFaults } from './feed-fault.ts';

/** A version as the feed names it; its data is null where it went, and anything but trusted. */
export type EntryFrame = ReturnType<typeof feedEntryFrameSchema.parse>;

/**
 * Reads what every line between header and trailer has, and counts it.
 *
 * @returns the version, or undefined where the line breaks the feed, which was added to `faults`.
 */
export function readFrame(
  value: unknown,
  line: number,
  header: FeedHeader,
  counts: EntryCounts,
  faults: FeedFaults,
): EntryFrame | undefined {
  const frame = feedEntryFrameSchema.safeParse(value);
  if (!frame.success) {
    faults.add(malformed(line, describeIssues(frame.error.issues)));
    return undefined;
  }
  const { type, language, seq, data } = frame.data;
  counts.add(type, language);
  const { since } = header;
  const wrong = [
    ...(seq > header.seq ? [`it has number ${seq}, and the feed ends at ${header.seq}`] : []),
    ...(since !== null && seq <= since ? [`it has number ${seq}, and the difference begins after ${since}`] : []),
    ...(since === null && data === null ? ['it says that a version went, and the feed is whole'] : []),
  ];
  if (wrong.length > 0) faults.add(malformed(line, wrong.join('; ')));
  return wrong.length === 0 ? frame.data : undefined;
}

function malformed(line: number, what: string): FeedFault {
  const message = `Line ${line} of the feed is not an entry: ${what}.`;
  return new FeedFault('entry-malformed', message, 'Look into the log of the CMS: it wrote something that it should not.');
}

/** How a version breaks the contract of its type, as parts of a sentence; a version without any is a `FeedEntry`. */
export function contractFaults(frame: EntryFrame): string[] {
  const goodId = frame.data === null || isGoodId(frame.type, frame.id, frame.data);
  return [
    ...languageFaults(frame.type, frame.language),
    ...(goodId ? [] : ['the identifier is not one that the CMS gives']),
    ...(frame.data === null ? [] : dataFaults(frame.type, frame.language, frame.data)),
  ];
}

/** Documents have Strapi's identifiers, all else those of its own. */
function isGoodId(type: FeedType, id: string, data: Record<string, unknown>): boolean {
  if (type === 'daily-metrics') return id === dailyMetricsId(String(data.release), String(data.day));
  if (type === 'popular-choices') return id === popularChoicesId;
  return (type === 'outside-list' ? slugSchema : documentIdSchema).safeParse(id).success;
}

function languageFaults(type: FeedType, language: Language | null): string[] {
  if (hasLanguages(type) === (language !== null)) return [];
  return [language === null ? 'it says no language' : 'it has a language, and its type has none'];
}

function dataFaults(type: FeedType, language: Language | null, data: Record<string, unknown>): string[] {
  const checked = feedTypes[type].safeParse(data);
  if (!checked.success) return checked.error.issues.map(describeIssue);
  if (language === null || !isDirectoryType(type)) return [];
  const version = checked.data as FeedData<'event' | 'delegation' | 'observer-organisation'>;
  return lacksSourceText(type, language, version).map(
    (field) => `the field "${field}" is empty, and other languages without it get it from this one`,
  );
}

/** A version that breaks the contract, as a reason to refuse the feed. */
export function contractFault(entry: EntryFrame & { data: object }, what: string, admin: string): FeedFault {
  const address = adminAddress(admin, entry.type, entry.id, entry.language);
  return new FeedFault(
    'entry-contract',
    `${describeDocument(entry)}: ${what}.`,
    `Mend it at ${address} and publish or save it again.`,
  );
}

/** At most so many characters of a title tell a document from others. */
const told = 80;

function shortened(label: string): string {
  const letters = [...new Intl.Segmenter('und').segment(label)].map(({ segment }) => segment);
  return letters.length <= told ? label : `${letters.slice(0, told).join('').trimEnd()}…`;
}

/** A document as an operator can find it. @example '“New rules” (press-release abc, in ru)' */
export function describeDocument(entry: { type: string; id: string; language: string | null; data: object }): string {
  const label = titleOf(entry.data);
  const place = `${entry.type} ${entry.id}${entry.language ? `, in ${entry.language}` : ''}`;
  return label === undefined ? place : `“${shortened(label)}” (${place})`;
}

/** What a version is called by, if it has a name. */
export function titleOf(data: object): string | undefined {
  const { title, name, electionBody }: Partial<Record<string, unknown>> = { ...data };
  return [title, name, electionBody].find((text) => typeof text === 'string' && text.trim() !== '') as string | undefined;
}
