/**
 * What no text of a page can mean: control characters but for tabs and ends of lines, code points that are no
 * characters (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream), marks of a byte
 * order; and the overrides of direction, by which a name is read otherwise than it is written
 * (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing). Letters that join or part others stay.
 */
const meaningless = /[[\p{Cc}\p{Noncharacter_Code_Point}\u{202d}\u{202e}\u{feff}]--[\t\n\r]]/gv;

/** A value of the feed without what no text can mean; half a surrogate pair becomes the sign for it, U+FFFD. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replace(meaningless, '');
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [cleanTexts(name), cleanTexts(member)]));
}
