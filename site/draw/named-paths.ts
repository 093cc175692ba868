/**
 * The paths of the site that drawn pages name: where their links lead, and what they load. It reads what our own
 * templates write, in which every `<` that is no text's begins a tag and every value stands in double quotes.
 */
export class NamedPaths {
  readonly #site: URL;
  /** Pages name the same addresses again and again. */
  readonly #known = new Map<string, string | undefined>();

  /** @param site the site's own address */
  constructor(site: string) {
    this.#site = new URL(site);
  }

  /** The paths on one page, each once, decoded and without what follows a `?` or `#`. @param at the page's own path */
  of(at: string, body: string): string[] {
    const addresses = at.endsWith('.xml') ? addressesOfFeed(body) : isPage(at) ? addressesOfPage(body) : [];
    return [...new Set(addresses.flatMap((address) => this.#pathOf(address, at) ?? []))];
  }

  #pathOf(written: string, at: string): string | undefined {
    // Only a relative one means something else on another page.
    const relative = !/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(written);
    if (relative) return this.#read(written, at);
    if (!this.#known.has(written)) this.#known.set(written, this.#read(written, at));
    return this.#known.get(written);
  }

  #read(written: string, at: string): string | undefined {
    const url = URL.parse(decodeEntities(written), new URL(at, this.#site));
    return url === null || url.host !== this.#site.host ? undefined : decoded(url.pathname);
  }
}

function isPage(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html');
}

const tag = /<(?:a|area|form|iframe|img|link|meta|script|source|use)\s((?:[^">]|"[^"]*")*)>/g;
const attribute = /([^\s"=<>/]+)(?:="([^"]*)")?/g;

function addressesOfPage(html: string): string[] {
  const found: string[] = [];
  for (const [, attributes = ''] of html.matchAll(tag)) found.push(...addressesIn(attributes));
  return found;
}

function addressesIn(attributes: string): string[] {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of attributes.matchAll(attribute)) values.set(name, value);
  const addresses = ['href', 'src', 'action'].flatMap((name) => values.get(name) ?? []);
  const srcset = values.get('srcset');
  if (srcset !== undefined) addresses.push(...srcset.split(', ').map((candidate) => candidate.split(' ')[0] ?? ''));
  const content = values.get('content');
  if (content !== undefined && values.get('property') === 'og:image') addresses.push(content);
  if (content !== undefined && values.get('http-equiv') === 'refresh') addresses.push(content.replace(/^\d+; url=/, ''));
  return addresses;
}

function addressesOfFeed(xml: string): string[] {
  return [...xml.matchAll(/<link>([^<]*)<\/link>|<atom:link href="([^"]*)"/g)].map(([, item, own = '']) => item ?? own);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (_, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? '';
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal));
  });
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
