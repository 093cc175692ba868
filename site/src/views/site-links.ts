import { pictureWidths } from '../content/picture-widths.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { safeFileName } from './file-name.ts';
import { webAddress } from './web-address.ts';

/** Where a link in an editor's text leads: out of the site, to something that the site has, or nowhere. */
export type LinkTarget =
  | { kind: 'outside'; href: string | undefined }
  | { kind: 'there'; href: string }
  | {
      kind: 'dead';
      /** The path on the site at which nothing is; what is equal leads to the same place, however it is written. */
      path: string;
    };

export type ReadLink = (written: string) => LinkTarget;

/**
 * Reads the links of texts. One to the site itself is written as a path from its root, with the slash at its end where a
 * page is meant, whatever way the editor wrote it.
 *
 * @param at the path of the page that the text stands on; undefined for what stands on all pages, where no relative
 *   address can mean anything
 */
export function linksAt(snapshot: Snapshot, at: string | undefined): ReadLink {
  return (written) => {
    const outside: LinkTarget = { kind: 'outside', href: webAddress(written) };
    if (written.startsWith('#')) return outside;
    const url = URL.parse(written, new URL(at ?? '/', snapshot.site));
    if (url === null || !/^https?:$/.test(url.protocol) || url.host !== snapshot.site.host) return outside;
    const path = decoded(url.pathname);
    const relative = at === undefined && !/^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(written.trimStart());
    const found = relative
      ? undefined
      : [path, `${path}/`, path.replace(/index\.html$/, '')].find((each) => isThere(snapshot, each));
    return found === undefined
      ? { kind: 'dead', path: pagePath(path) }
      : { kind: 'there', href: `${found}${url.search}${url.hash}` };
  };
}

/** Reads every link to the site itself as a dead one, to learn where a text leads. */
export function linksToSite(snapshot: Snapshot, at: string | undefined): ReadLink {
  const read = linksAt(snapshot, at);
  return (written) => {
    const target = read(written);
    return target.kind === 'there' ? { kind: 'dead', path: target.href.replace(/[?#].*$/, '') } : target;
  };
}

function isThere(snapshot: Snapshot, path: string): boolean {
  return snapshot.hasPath(path) || isMedia(snapshot, path);
}

/** Whether a path is that of a file of the content, as the site itself writes it. */
function isMedia(snapshot: Snapshot, path: string): boolean {
  const [, sha256 = '', width, name] = /^\/media\/([0-9a-f]{64})(?:-([1-9]\d*)\.webp|\/([^/]+))$/.exec(path) ?? [];
  const file = sha256 === '' ? undefined : snapshot.media(sha256);
  if (file === undefined) return false;
  if (width !== undefined) return file.width !== null && pictureWidths(file.width).includes(Number(width));
  return name !== undefined && name === safeFileName(name);
}

/** With the slash at its end, unless it is a file's. */
function pagePath(path: string): string {
  return path.endsWith('/') || /\.[a-z0-9]+$/i.test(path) ? path : `${path}/`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
