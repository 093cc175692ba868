/** What a version says, by words that no other version of it says; null: it is not published. */
type Words = string | null;

/**
 * What may be published, version by version, judged by nothing but what the editor did and what the CMS answered: an act
 * that was confirmed must hold; one whose answer was lost may hold or not.
 */
export class Expectations {
  readonly #possible = new Map<string, Words[]>();
  readonly #removable = new Set<string>();

  /** Sends an act that gives versions these words, and keeps what follows from its answer. */
  async act(change: ReadonlyMap<string, Words>, send: () => Promise<Answer>): Promise<Answer> {
    for (const [version, words] of change) {
      this.#possible.set(version, [...this.possible(version), words]);
      if (words === null) this.#removable.add(subjectOf(version));
    }
    const answer = await send();
    for (const [version, words] of change) {
      if (answer === 'done') this.#possible.set(version, [words]);
      if (answer === 'refused')
        this.#possible.set(version, this.possible(version).toSpliced(this.possible(version).lastIndexOf(words), 1));
    }
    return answer;
  }

  possible(version: string): Words[] {
    return this.#possible.get(version) ?? [null];
  }

  versions(): string[] {
    return [...this.#possible.keys()];
  }

  /** Keeps what is published indeed. @returns whether it may be */
  settle(version: string, words: Words): boolean {
    const isPossible = this.possible(version).includes(words);
    this.#possible.set(version, [words]);
    return isPossible;
  }

  /** Whether somebody ever tried to take a version of it away. */
  wasRemoved(subject: string): boolean {
    return this.#removable.has(subject);
  }
}

/** What came of an act: it was confirmed, refused, or nobody knows. */
export type Answer = 'done' | 'refused' | 'lost';

/** The version of a document in a language. @example versionOf('f12', 'ru') // => 'f12 ru' */
export function versionOf(subject: string, language: string): string {
  return `${subject} ${language}`;
}

function subjectOf(version: string): string {
  return version.split(' ')[0] ?? '';
}
