/** A value that JSON can hold. `undefined` members are left out, as `JSON.stringify` does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one text of a JSON value: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them (RFC 8785). Equal values give equal texts, so texts can be compared and hashed.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, lone surrogates, functions, undefined in an array.
 * @example canonicalJson({ b: 1, a: [true] }) // => '{"a":[true],"b":1}'
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return writeObject(value as { readonly [key: string]: Json | undefined });
  throw new TypeError(`JSON cannot hold a value of type ${typeof value}.`);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold the number ${value}.`);
  return JSON.stringify(value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('JSON text must not contain half of a surrogate pair.');
  return JSON.stringify(value);
}

function writeObject(value: { readonly [key: string]: Json | undefined }): string {
  const members = Object.keys(value)
    .sort() // by UTF-16 code units, as RFC 8785 wants it
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${writeString(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}
