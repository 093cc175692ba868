/**
 * An editor's address as browsers write it, without a name and password that it may carry; undefined where no browser
 * can read it. One without a scheme, of the site itself, stays as it is.
 *
 * @example 'https://пример.example/a b' // => 'https://xn--e1afmkfd.example/a%20b'
 */
export function webAddress(text: string): string | undefined {
  const relative = !/^[a-z][a-z0-9+.-]*:/i.test(text);
  const url = URL.parse(text, relative ? 'https://site.example' : undefined);
  if (url === null || !isDecodable(url.pathname)) return undefined;
  if (relative) return text;
  url.username = '';
  url.password = '';
  return url.href.replace(/["<>]/g, encodeURIComponent); // which a mail address keeps
}

function isDecodable(path: string): boolean {
  try {
    // The bundler leaves a call out whose result nobody uses, and with it the error.
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}
