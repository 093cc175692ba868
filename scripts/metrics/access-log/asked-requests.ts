import type { Agent } from './agents.ts';
import type { ClientAddress } from './client-address.ts';
import { askedColumns } from './hash-requests.ts';

/** Requests for views as they are read, before who they are from is hashed. */
export class AskedRequests {
  #numbers = new Int32Array(1024 * askedColumns);
  #length = 0;

  /** @param place the day's place among those of the block @param second counted from the day's beginning */
  put(place: number, page: number, second: number, address: ClientAddress, agent: Agent): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    const numbers = this.#numbers;
    const at = this.#length;
    numbers[at] = place;
    numbers[at + 1] = page;
    numbers[at + 2] = second;
    numbers[at + 3] = address.first;
    numbers[at + 4] = address.second;
    numbers[at + 5] = agent.high;
    numbers[at + 6] = agent.low;
    numbers[at + 7] = address.networkFirst;
    numbers[at + 8] = address.networkSecond;
    this.#length += askedColumns;
  }

  /** Rows as `hashRequests` takes them. */
  all(): Int32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
