import { adminAddress } from '@newsroom/shared/admin-address';
import { dailyMetricsId } from '@newsroom/shared/daily-metrics';
import { isDirectoryType, lacksSourceText } from '@newsroom/shared/directory';
import { documentIdSchema } from '@newsroom/shared/document';
import {
  type FeedData,
  type FeedEntry,
  type FeedHeader,
  feedEntryFrameSchema,
  feedTypes,
  hasLanguages,
} from '@newsroom/shared/feed';
import { slugSchema } from '@newsroom/shared/slug';
import { describeIssue, describeIssues } from './describe-issue.ts';
import type { EntryCounts } from './entry-counts.ts';
import { FeedFault, type FeedFaults } from './feed-fault.ts';

/**
 * Checks one entry against the contract of its type and counts it.
 *
 * @returns the entry, or undefined when it has faults, which were added to `faults`.
 */
export function checkEntry(
  value: unknown,
  line: number,
  header: FeedHeader,
  counts: EntryCounts,
  faults: FeedFaults,
): FeedEntry | undefined {
  const frame = feedEntryFrameSchema.safeParse(value);
  if (!frame.success) {
    const message = `Line ${line} of the feed is not an entry: ${describeIssues(frame.error.issues)}.`;
    faults.add(new FeedFault('entry-malformed', message, 'Look into the log of the CMS: it wrote something that it should not.'));
    return undefined;
  }
  counts.add(frame.data.type, frame.data.language);
  const broken = [...frameFaults(frame.data, header), ...dataFaults(frame.data)];
  for (const what of broken) faults.add(contractFault(frame.data, what, header));
  // The data was just found to keep its own type's contract, which the compiler cannot follow.
  return broken.length === 0 ? (frame.data as FeedEntry) : undefined;
}

type Frame = ReturnType<typeof feedEntryFrameSchema.parse>;

function frameFaults({ type, id, seq, language, data }: Frame, header: FeedHeader): string[] {
  const goodId = isGoodId(type, id, data);
  return [
    ...languageFaults(type, language),
    ...(goodId ? [] : ['the identifier is not one that the CMS gives']),
    ...(seq <= header.seq ? [] : [`it has number ${seq}, and the feed ends at ${header.seq}`]),
  ];
}

/** Documents have Strapi's identifiers, a day's metrics and a list of others those of their own. */
function isGoodId(type: Frame['type'], id: string, data: Frame['data']): boolean {
  if (type === 'daily-metrics') return id === dailyMetricsId(String(data.release), String(data.day));
  return (type === 'outside-list' ? slugSchema : documentIdSchema).safeParse(id).success;
}

function languageFaults(type: Frame['type'], language: Frame['language']): string[] {
  if (hasLanguages(type) === (language !== null)) return [];
  return [language === null ? 'it says no language' : 'it has a language, and its type has none'];
}

function dataFaults({ type, language, data }: Frame): string[] {
  const checked = feedTypes[type].safeParse(data);
  if (!checked.success) return checked.error.issues.map(describeIssue);
  if (language === null || !isDirectoryType(type)) return [];
  const version = checked.data as FeedData<'event' | 'delegation' | 'observer-organisation'>;
  return lacksSourceText(type, language, version).map(
    (field) => `the field "${field}" is empty, and other languages without it get it from this one`,
  );
}

function contractFault(entry: Frame, what: string, header: FeedHeader): FeedFault {
  const address = adminAddress(header.admin, entry.type, entry.id, entry.language);
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
  const { title, name, electionBody }: Partial<Record<string, unknown>> = { ...entry.data };
  const label = [title, name, electionBody].find((text) => typeof text === 'string' && text.trim() !== '');
  const place = `${entry.type} ${entry.id}${entry.language ? `, in ${entry.language}` : ''}`;
  return label === undefined ? place : `“${shortened(String(label))}” (${place})`;
}
