const [lineFeed, quote, brace] = [10, 34, 0x7b];

/** The texts between quotes of a line in the combined format: what was asked for, whence, and by which program. */
const fewestQuotes = 6;

/**
 * Whether what stands after the last line feed of a log can be taken for a whole line: it has as many quotes as the line
 * before it. One that is being written may look like a line of a plainer format already, so that nothing else proves it.
 *
 * @param before what was read before it, with the line feed at its end; empty: it is the first line
 */
export function isWholeLine(line: Buffer, before: Buffer): boolean {
  if (line[0] === brace) return true; // an object is not read at all until it is closed
  const last = before.subarray(0, -1);
  const lineBefore = last.subarray(last.lastIndexOf(lineFeed) + 1);
  return quotesIn(line) === (before.length === 0 ? fewestQuotes : quotesIn(lineBefore));
}

function quotesIn(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte === quote) count += 1;
  return count;
}
