import { createHmac, randomBytes } from 'node:crypto';

const saltBytes = 32;

/** A secret of one run, forgotten at its end. */
export function newSecret(): Buffer {
  return randomBytes(saltBytes);
}

/**
 * The salt of each day: the one that it has already, or one made of the run's secret, so that all threads make the same
 * (HMAC-SHA-256 of the day).
 */
export class DaySalts {
  readonly #known: Map<string, Uint8Array>;
  readonly #secret: Uint8Array;

  constructor(known: ReadonlyMap<string, Uint8Array>, secret: Uint8Array) {
    this.#known = new Map(known);
    this.#secret = secret;
  }

  of(day: string): Uint8Array {
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    const made = createHmac('sha256', this.#secret).update(day).digest();
    this.#known.set(day, made);
    return made;
  }
}
