import type { FeedHeader, FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';

export interface CountDifference {
  type: FeedType;
  language: Language | null;
  expected: number;
  got: number;
}

/** How many entries of each type and language have come so far. */
export class EntryCounts {
  total = 0;
  readonly #got = new Map<string, Omit<CountDifference, 'expected'>>();

  add(type: FeedType, language: Language | null): void {
    this.total += 1;
    const key = `${type} ${language}`;
    const row = this.#got.get(key) ?? { type, language, got: 0 };
    this.#got.set(key, { ...row, got: row.got + 1 });
  }

  /** Where the header promised another number; what it does not name, it promised none of. */
  differences(header: FeedHeader): CountDifference[] {
    const promised = new Map(header.counts.map((row) => [`${row.type} ${row.language}`, row]));
    const missing = [...promised].flatMap(([key, { type, language, count }]) => ({
      type,
      language,
      expected: count,
      got: this.#got.get(key)?.got ?? 0,
    }));
    const unannounced = [...this.#got].filter(([key]) => !promised.has(key)).map(([, row]) => ({ ...row, expected: 0 }));
    return [...missing, ...unannounced].filter(({ expected, got }) => expected !== got);
  }
}
