/**
 * What no text of a page can mean: control characters but for tabs and ends of lines, code points that are no
 * characters (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream), marks of a byte
 * order; and the overrides of direction, by which a name is read otherwise than it is written
 * (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing). Letters that join or part others stay.
 */
const meaningless = /[[\p{Cc}\p{Noncharacter_Code_Point}\u{202d}\u{202e}\u{feff}]--[\t\n\r]]/gv;

/** Any such character in a text of whole ones, and a few beside them: by units of UTF-16, which is looked through fast. */
const suspicious = /[^\t\n\r -~\u00a0-\u202c\u202f-\udffd\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd]/;

/** How JSON may write them, or half a surrogate pair, besides as they are. */
const escaped = /\\[ubf]/;

/** More levels than any data of the contract has. */
const deepest = 100;

/**
 * A value of the feed from its JSON, without what no text can mean.
 *
 * @param json of whole characters
 * @throws SyntaxError where it is not JSON, RangeError where it nests more deeply than anything could mean
 */
export function parseCleanly(json: string): unknown {
  const value: unknown = JSON.parse(json);
  if (isDeeperThan(deepest, value)) throw new RangeError('The JSON nests too deeply.');
  // Nearly all texts are clean, and one look at the whole costs less than one at each.
  return suspicious.test(json) || escaped.test(json) ? cleanTexts(value) : value;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

/** A value of the feed without what no text can mean; half a surrogate pair becomes the sign for it, U+FFFD. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replace(meaningless, '');
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [cleanTexts(name), cleanTexts(member)]));
}
