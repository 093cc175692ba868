import type { DocumentFault, VersionKey } from '@newsroom/shared/document-fault';
import type { MediaFile } from '@newsroom/shared/media';
import { ownPath } from '../content/own-path.ts';
import type { Snapshot } from '../content/snapshot.ts';
import type { WrittenVersion } from '../content/written-version.ts';
import { renderMarkdown } from './markdown.ts';
import { linksAt, linksToSite, type ReadLink } from './site-links.ts';

/** A link that an editor wrote and that leads nowhere on the site, so that it is drawn as text or left out. */
export interface DeadLink {
  key: VersionKey;
  fault: DeadLinkFault;
  /** The path on the site at which nothing is, however the address was written. */
  path: string;
  /** It is known what is live, and that does not have it; nor did what it leads to go since. */
  isNew: boolean;
}

type DeadLinkFault = Extract<DocumentFault, { kind: 'dead-link' }>;

/** All of them, by document, in the order in which they were written. */
export function deadLinks(snapshot: Snapshot): DeadLink[] {
  return [...snapshot.writtenVersions()].flatMap((version) => deadLinksIn(snapshot, version));
}

/** The dead links of a version, in the order in which they were written. */
export function deadLinksIn(snapshot: Snapshot, version: WrittenVersion): DeadLink[] {
  const { type, id, language } = version;
  const at = type === 'site-settings' ? undefined : snapshot.allPaths(type, id)[language];
  if (at === undefined && type !== 'site-settings') return []; // it is on no page
  const dead = linksIn(version, linksAt(snapshot, at));
  if (dead.length === 0) return [];
  const live = pathsLive(snapshot, version, at);
  const left = snapshot.livePaths();
  return dead.map(({ path, fault }) => {
    const isNew = live !== 'same' && !live.has(path) && !left.has(path);
    return { key: { type, id, language }, fault, path, isNew };
  });
}

/** Where the state that is live leads on the site; it may stand at another address. */
function pathsLive(snapshot: Snapshot, version: WrittenVersion, at: string | undefined): 'same' | ReadonlySet<string> {
  if (version.live === 'same') return 'same';
  if (version.live === undefined) return new Set();
  // Its type is the version's own, which the compiler cannot follow.
  const live = { ...version, data: version.live } as WrittenVersion;
  const links = linksToSite(snapshot, ownPath(version.type, version.language, version.live) ?? at);
  return new Set(linksIn(live, links).map(({ path }) => path));
}

interface Found {
  path: string;
  fault: DeadLinkFault;
}

function linksIn(version: WrittenVersion, links: ReadLink): Found[] {
  return [...markdownIn(version).flatMap((text) => linksInText(text, version, links)), ...linksOfFooter(version, links)];
}

/** What there is to read in a version as Markdown. */
interface Written {
  field: string;
  markdown: string | null;
  files?: readonly MediaFile[];
}

function markdownIn(version: WrittenVersion): Written[] {
  switch (version.type) {
    case 'site-settings':
      return [{ field: 'contact', markdown: version.data.contact }];
    case 'event':
      return [{ field: 'summary', markdown: version.data.summary }];
    case 'delegation':
    case 'observer-organisation':
      return [{ field: 'description', markdown: version.data.description }];
    case 'press-release': {
      const { body, embedded, notice } = version.data;
      return notice?.kind === 'withdrawn' ? [] : [{ field: 'body', markdown: body, files: embedded }];
    }
    case 'page':
      return [{ field: 'body', markdown: version.data.body, files: version.data.embedded }];
  }
}

function linksInText({ field, markdown, files }: Written, { language }: WrittenVersion, links: ReadLink): Found[] {
  if (markdown === null) return [];
  const found: Found[] = [];
  const dead: NonNullable<Parameters<typeof renderMarkdown>[1]['dead']> = ({ path, address, text, block }) => {
    found.push({ path, fault: { kind: 'dead-link', field, paragraph: block, text: told(text), address: told(address) } });
  };
  renderMarkdown(markdown, { language, topHeading: 2, links, dead }, files);
  return found;
}

function linksOfFooter(version: WrittenVersion, links: ReadLink): Found[] {
  if (version.type !== 'site-settings') return [];
  return version.data.footerLinks.flatMap(({ label, href }, index): Found[] => {
    const target = links(href);
    if (target.kind !== 'dead') return [];
    const fault = {
      kind: 'dead-link' as const,
      field: 'footerLinks',
      paragraph: index + 1,
      text: told(label),
      address: told(href),
    };
    return [{ path: target.path, fault }];
  });
}

/** As much as a fault tells of a text. */
function told(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299).toWellFormed()}…`;
}
