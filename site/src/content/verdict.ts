import type { DocumentFault, VersionKey } from '@newsroom/shared/document-fault';
import type { FeedFault, FeedFaults } from './feed-fault.ts';
import type { Versions } from './versions.ts';

/** What is wrong with one version: as its editor reads it, and as a reason to refuse the feed. */
export interface Finding {
  key: VersionKey;
  fault: DocumentFault;
  refusal: FeedFault;
  /** A site can be drawn with it, so that it need not refuse the feed where it cannot be held, either. */
  bearable?: boolean;
}

/** What becomes of faults: the version is held, where that is wanted and can be, or the feed is refused. */
export class Verdict {
  readonly #versions: Versions;
  readonly #faults: FeedFaults;
  readonly #holdFaults: boolean;
  /** What is borne, one sentence each. */
  readonly warnings = new Set<string>();

  constructor(versions: Versions, faults: FeedFaults, holdFaults: boolean) {
    this.#versions = versions;
    this.#faults = faults;
    this.#holdFaults = holdFaults;
  }

  /** @returns whether the version is held by this: then other states are shown than before. */
  pass({ key, fault, refusal, bearable = false }: Finding): boolean {
    if (this.#holdFaults && this.#canBeWithout(key) && this.#versions.hold(key, fault)) return true;
    if (this.#holdFaults && bearable) this.warnings.add(refusal.message);
    else this.#faults.add(refusal);
    return false;
  }

  /** There is no site without its settings; where nothing is settled, they may still come. */
  #canBeWithout(key: VersionKey): boolean {
    return key.type !== 'site-settings' || !this.#versions.settled || this.#versions.kept(key)?.good_seq != null;
  }
}

/** A text as a `DocumentFault` takes it: not longer than 300 characters. */
export function told(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299).toWellFormed()}…`;
}
