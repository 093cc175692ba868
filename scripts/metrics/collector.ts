import type { LeftOut, Spike } from '@newsroom/shared/collected-day';
import type { Language } from '@newsroom/shared/languages';
import type { AddressTable } from './addresses/address-table.ts';

/**
 * What counts readers from files of one kind. A collector is one file in `collectors/`, which exports it as `collector`;
 * the command and the tests of all collectors find it there.
 */
export interface Collector {
  /** Its name on the command line; also that of its source in the CMS, where no other is given. */
  name: string;
  /** What it reads, in a line. */
  summary: string;
  /** A file such as it reads, for those who have to make one. */
  template: { fileName: string; text: string };

  /**
   * Counts what the files hold. A part of a file that cannot be read is told as a fault and stops nothing else.
   *
   * @throws Failure where there is no such file, or its state is damaged
   */
  collect(files: readonly string[], context: CollectContext): Promise<Collected>;
}

export interface CollectContext {
  /** Which addresses belong to which releases. */
  addresses: AddressTable;
  /** A folder of its own, for what it has to know the next time. */
  folder: string;
  /** Whether it only counts these files, as if it had never counted before, and keeps nothing. */
  isTrial: boolean;
  now: Date;
  /** The office's own networks, whose requests do not count: `198.51.100.0/24, 2001:db8::/32`. */
  office: string;
}

/** What was counted. */
export interface Collected {
  /** All that is known of each day on which something was counted, or that the CMS was not told yet; by day. */
  days: CollectedDay[];
  /** Whether these are all that is counted on these days by this source; files of counts may hold some of it. */
  isAllOfTheDays: boolean;
  /** How many lines, or rows, were read. */
  lines: number;
  /** The first of what could not be read, with its place. */
  faults: Fault[];
  faultCount: number;
  /** Whether somebody has to mend a file before all of it can be counted: a broken line in a log is nobody's to mend. */
  isToBeMended: boolean;
  /** Addresses like a release's that belong to none, the most asked for first, and how many others there are. */
  unknown: { address: string; count: number }[];
  unknownCount: number;
  /** What else whoever runs the command should know, one sentence each. */
  notes: string[];
  /** Called with the days of which the CMS knows all. */
  noteTold(days: readonly string[]): void;
}

/** A day of the office's calendar: its numbers take the place of what was known of it before. */
export interface CollectedDay {
  day: string;
  /** By document and language. */
  rows: CountedRow[];
  leftOut: LeftOut;
  spikes: Spike[];
}

export interface CountedRow {
  document: string;
  language: Language;
  views: number;
  comments: number;
  reactions: number;
}

export interface Fault {
  file: string;
  /** From 1; 0: the file as a whole. */
  line: number;
  message: string;
}

/** So many faults, and so many unknown addresses, are told one by one. */
export const toldFaults = 20;
