/**
 * The paths of the site that drawn pages name: where their links lead, and what they load. It reads what our own
 * templates write, in which every `<` that is no text's begins a tag and every value stands in double quotes.
 */
export class NamedPaths {
  readonly #site: URL;
  /** What tags and addresses name that mean the same on every page: pages have the same ones again and again. */
  readonly #known = new Map<string, readonly string[]>();

  readonly #told = new Set<string>();

  /** @param site the site's own address */
  constructor(site: string) {
    this.#site = new URL(site);
  }

  /**
   * The paths on one page, each once, decoded and without what follows a `?` or `#`.
   *
   * @param at the page's own path
   * @param body its bytes, in UTF-8
   */
  of(at: string, body: Buffer): string[] {
    if (this.#known.size > remembered) this.#known.clear();
    const isFeed = at.endsWith('.xml');
    if (!isFeed && !isPage(at)) return [];
    const found = new Set<string>();
    // Tags are looked for among the bytes, and only what is found is read as text.
    for (const part of body.toString('latin1').match(isFeed ? linkOfFeed : tag) ?? [])
      for (const path of this.#known.get(part) ?? this.#pathsIn(part, at, isFeed ? addressesOfFeed : addressesIn))
        found.add(path);
    return [...found];
  }

  /** Those of some paths that it was not asked for before. */
  firstOf(paths: readonly string[]): string[] {
    const first = paths.filter((path) => !this.#told.has(path));
    for (const path of first) this.#told.add(path);
    return first;
  }

  #pathsIn(part: string, at: string, addressesOf: (text: string) => string[]): readonly string[] {
    const addresses = addressesOf(Buffer.from(part, 'latin1').toString());
    const paths = addresses.flatMap((address) => this.#read(address, at) ?? []);
    if (!addresses.some(isRelative)) this.#known.set(part, paths);
    return paths;
  }

  #read(written: string, at: string): string | undefined {
    const inside = written.startsWith(this.#site.origin) ? written.slice(this.#site.origin.length) : written;
    if (plainPath.test(inside)) return inside;
    const url = URL.parse(decodeEntities(written), new URL(at, this.#site));
    return url === null || url.host !== this.#site.host ? undefined : decoded(url.pathname);
  }
}

/** As nearly all are written: nothing in it has to be decoded or resolved. */
const plainPath = /^\/(?:[\w-]+\/)*(?:[\w-]+(?:\.[\w-]+)*)?$/;

/** So many tags are remembered. */
const remembered = 10_000;

/** It means something else on another page. */
function isRelative(address: string): boolean {
  return !/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(address);
}

function isPage(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html');
}

/** A tag that may name an address. */
const tag = /<(?:a|area|form|iframe|img|link|meta|script|source|use)\s(?:[^">]|"[^"]*")*>/g;
const metaWithAddress = /og:image|refresh/;
const attribute = /([^\s"=<>/]+)(?:="([^"]*)")?/g;

function addressesIn(tag: string): string[] {
  if (tag.startsWith('<meta') && !metaWithAddress.test(tag)) return [];
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of tag.matchAll(attribute)) values.set(name, value);
  const addresses = ['href', 'src', 'action'].flatMap((name) => values.get(name) ?? []);
  const srcset = values.get('srcset');
  if (srcset !== undefined) addresses.push(...srcset.split(', ').map((candidate) => candidate.split(' ')[0] ?? ''));
  const content = values.get('content');
  if (content !== undefined && values.get('property') === 'og:image') addresses.push(content);
  if (content !== undefined && values.get('http-equiv') === 'refresh') addresses.push(content.replace(/^\d+; url=/, ''));
  return addresses;
}

const linkOfFeed = /<link>([^<]*)<\/link>|<atom:link href="([^"]*)"/g;

function addressesOfFeed(link: string): string[] {
  return [...link.matchAll(linkOfFeed)].map(([, item, own = '']) => item ?? own);
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
