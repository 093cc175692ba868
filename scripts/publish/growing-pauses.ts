/** Pauses between tries, in milliseconds: each twice as long as the one before, up to the longest. */
export class GrowingPauses {
  readonly #first: number;
  readonly #longest: number;
  #next: number;

  constructor(first: number, longest: number) {
    this.#first = first;
    this.#longest = longest;
    this.#next = first;
  }

  next(): number {
    const pause = this.#next;
    this.#next = Math.min(pause * 2, this.#longest);
    return pause;
  }

  reset(): void {
    this.#next = this.#first;
  }
}
