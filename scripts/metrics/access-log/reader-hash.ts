import { hash } from 'node:crypto';
import type { ClientAddress } from './client-address.ts';

/** So many readers, and networks, are remembered, each in the one place that its numbers give. */
const places = 1 << 15;

/**
 * Makes of readers' addresses what stands for them while a day is counted: SHA-256 of the day's salt, the address, and
 * the program; of networks, of the salt and the network. Both are cut: to 64 bits, and to 32.
 */
export class ReaderHash {
  readonly #readers: RememberedHashes;
  readonly #networks: RememberedHashes;
  readonly #reader = new Int32Array(6);

  constructor(salt: Uint8Array) {
    this.#readers = new RememberedHashes(salt, 6);
    this.#networks = new RememberedHashes(salt, 2);
  }

  /** @param agent the program's number, two halves of 32 bits @returns two numbers, which hold until the next call */
  reader({ words }: ClientAddress, agent: { high: number; low: number }): Int32Array {
    this.#reader.set(words);
    this.#reader[4] = agent.high;
    this.#reader[5] = agent.low;
    return this.#readers.of(this.#reader);
  }

  network({ network }: ClientAddress): number {
    return this.#networks.of(network)[0] ?? 0;
  }
}

/** Hashes numbers behind a salt. */
class RememberedHashes {
  readonly #bytes: Buffer;
  readonly #words: Int32Array;
  /** Of each place the numbers that were hashed, and the first two of what came out. */
  readonly #known: Int32Array;
  readonly #width: number;
  readonly #found = new Int32Array(2);

  constructor(salt: Uint8Array, width: number) {
    const bytes = new Uint8Array(salt.length + width * Int32Array.BYTES_PER_ELEMENT);
    bytes.set(salt);
    this.#bytes = Buffer.from(bytes.buffer);
    this.#words = new Int32Array(bytes.buffer, salt.length);
    this.#known = new Int32Array(places * (width + 2));
    this.#width = width;
  }

  of(numbers: Int32Array): Int32Array {
    const width = this.#width;
    const known = this.#known;
    let mixed = 0;
    for (let index = 0; index < width; index += 1) mixed = Math.imul(mixed ^ (numbers[index] ?? 0), 0x9e3779b1) ^ (mixed >>> 15);
    const at = ((mixed ^ (mixed >>> 16)) & (places - 1)) * (width + 2);
    let isKnown = true;
    for (let index = 0; index < width; index += 1) isKnown &&= known[at + index] === numbers[index];
    if (!isKnown) {
      this.#words.set(numbers);
      const digest = hash('sha256', this.#bytes, 'buffer');
      known.set(numbers, at);
      known[at + width] = digest.readInt32LE(0);
      known[at + width + 1] = digest.readInt32LE(4);
    }
    this.#found[0] = known[at + width] ?? 0;
    this.#found[1] = known[at + width + 1] ?? 0;
    return this.#found;
  }
}
