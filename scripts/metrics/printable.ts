/** A text from outside as it may be shown in a terminal: no control characters, and not too long. @example 'a\x1b[31m' // => 'a\\x1b[31m' */
export function printable(text: string, longest = 200): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}
