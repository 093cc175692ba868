import { createCipheriv } from 'node:crypto';

/** What a request is known by before it is hashed, in numbers of 32 bits. */
export const askedColumns = 9;

/** What is left of it. */
export const requestColumns = 6;

/** The bytes of what AES takes at a time, and the numbers in them. */
const [blockBytes, blockWords] = [16, 4];

/** Tells networks from readers where both are hashed. */
const networkMark = 0x6e65;

/**
 * Puts hashes in the place of what tells who a reader is. A hash is keyed with the day's salt: AES-256 of the address and
 * the program (or of the network), cut to 64 bits (or to 32). Without the salt nothing leads back from it.
 *
 * @param asked rows of nine numbers: the day's place among the salts, the page, the second; two of the address, two of
 *   the program, two of the network
 * @param salts 32 random bytes for each day
 * @returns rows of six numbers: the day's place, two of the reader, one of the network, the page, the second
 */
export function hashRequests(asked: Int32Array, salts: readonly Uint8Array[]): Int32Array {
  const rows = asked.length / askedColumns;
  const requests = new Int32Array(rows * requestColumns);
  for (const [place, salt] of salts.entries()) {
    const hashed = encrypt(plainBlocks(asked, place), salt);
    let block = 0;
    for (let row = 0; row < rows; row += 1) {
      const from = row * askedColumns;
      if (asked[from] !== place) continue;
      const to = row * requestColumns;
      requests[to] = place;
      requests[to + 1] = hashed[block] ?? 0;
      requests[to + 2] = hashed[block + 1] ?? 0;
      requests[to + 3] = hashed[block + blockWords] ?? 0;
      requests[to + 4] = asked[from + 1] ?? 0;
      requests[to + 5] = asked[from + 2] ?? 0;
      block += 2 * blockWords;
    }
  }
  return requests;
}

/** Two blocks for each request of a day: its reader, and its network. */
function plainBlocks(asked: Int32Array, place: number): Int32Array {
  const blocks = new Int32Array((asked.length / askedColumns) * 2 * blockWords);
  let block = 0;
  for (let from = 0; from < asked.length; from += askedColumns) {
    if (asked[from] !== place) continue;
    for (let word = 0; word < blockWords; word += 1) blocks[block + word] = asked[from + 3 + word] ?? 0;
    blocks[block + blockWords] = asked[from + 7] ?? 0;
    blocks[block + blockWords + 1] = asked[from + 8] ?? 0;
    blocks[block + blockWords + 2] = networkMark;
    block += 2 * blockWords;
  }
  return blocks.subarray(0, block);
}

/** Each block alone: equal blocks of a day are equal afterwards, which is what they are for. */
function encrypt(blocks: Int32Array, salt: Uint8Array): Int32Array {
  const cipher = createCipheriv('aes-256-ecb', salt, null).setAutoPadding(false);
  const bytes = cipher.update(new Uint8Array(blocks.buffer, blocks.byteOffset, blocks.byteLength));
  const own = new Uint8Array(Math.ceil(bytes.length / blockBytes) * blockBytes);
  own.set(bytes);
  return new Int32Array(own.buffer);
}
