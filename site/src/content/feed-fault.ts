/** What can be wrong with a feed. The names stay the same for ever: scripts and people look for them. */
export type FeedFaultCode =
  | 'feed-missing'
  | 'feed-empty'
  | 'feed-not-text'
  | 'feed-not-ndjson'
  | 'feed-header'
  | 'feed-version'
  | 'feed-cut'
  | 'feed-after-end'
  | 'feed-trailer'
  | 'feed-counts'
  | 'feed-digest'
  | 'entry-malformed'
  | 'entry-duplicate'
  | 'entry-contract'
  | 'address-taken'
  | 'media-missing'
  | 'media-unreadable'
  | 'settings-missing'
  | 'feed-loss'
  | 'snapshot-unusable';

/** One reason to refuse a feed: what is wrong with which document, and what to do next. */
export class FeedFault extends Error {
  override readonly name = 'FeedFault';
  readonly code: FeedFaultCode;
  readonly hint: string;

  constructor(code: FeedFaultCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** How many faults are told at once: enough to mend several in one go, few enough to read. */
const told = 10;

/** The faults found so far in one feed. */
export class FeedFaults {
  readonly first: FeedFault[] = [];
  count = 0;

  add(fault: FeedFault): void {
    this.count += 1;
    if (this.first.length < told) this.first.push(fault);
  }

  /** @throws FeedRefused when there is any fault. */
  refuseIfAny(): void {
    if (this.count > 0) throw new FeedRefused(this.first, this.count);
  }
}

/** The feed was refused as a whole; its message is written for the operator, one fault a paragraph. */
export class FeedRefused extends Error {
  override readonly name = 'FeedRefused';
  readonly faults: readonly FeedFault[];
  /** Nothing is wrong but that much would go, which somebody may want. */
  readonly isLossAlone: boolean;

  constructor(faults: readonly FeedFault[], count = faults.length) {
    const more = count > faults.length ? [`… and ${count - faults.length} more.`] : [];
    super(
      [
        'The feed was refused; the site keeps the content that it had.',
        ...faults.map((fault) => `[${fault.code}] ${fault.message}\n  ${fault.hint}`),
        ...more,
      ].join('\n'),
    );
    this.faults = faults;
    this.isLossAlone = count === 1 && faults[0]?.code === 'feed-loss';
  }
}
