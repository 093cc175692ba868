/** What must never happen, whatever is killed. The names stand in the table. */
export const findingKinds = {
  answers: 'answers that are not 200, 301 or 410 (404 only for what was removed)',
  mixed: 'pages that are not of the edition that the site says it is',
  dangling: 'pages whose styles, pictures or files are not there',
  backwards: 'editions with a smaller number or an older state than the one before',
  lost: 'acts that were confirmed and are not published',
  unseen: 'published versions that readers do not get, or that are held for no reason',
  unanswered: 'acts that got no answer although nothing was killed',
  differs: 'files of the live site that differ from a site drawn from nothing',
  stuck: 'times that the site did not become what was published',
  ended: 'programs that ended without having been killed',
} as const;

export type FindingKind = keyof typeof findingKinds;

/** What was found, with the round in which it was. */
export class Findings {
  readonly #counts = new Map<FindingKind, number>();
  round = 0;

  add(kind: FindingKind, words: string): void {
    this.#counts.set(kind, this.count(kind) + 1);
    if (this.count(kind) <= 20) console.log(`✗ round ${this.round}, ${new Date().toISOString()}: ${kind}: ${words}`);
  }

  count(kind: FindingKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  get all(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
