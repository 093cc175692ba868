import type { Accreditation } from '@newsroom/shared/accreditation';
import type { FeedType } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Attachment, MediaFile, Picture } from '@newsroom/shared/media';
import { mediaReference } from '@newsroom/shared/media';
import type { PressRelease } from '@newsroom/shared/press-release';
import { rankReleases } from '@newsroom/shared/ranking';
import type { Unnumbered } from '../../scale/document.ts';
import { type PeerSubject, subjectsIn } from './peer-subject.ts';
import { readAlsoOf } from './read-also.ts';
import { rowsOf } from './typed-row.ts';

/** A newsroom as an export for another site generator would have it: joined, ranked, and in one language. */
export interface PeerNewsroom {
  language: Language;
  name: string;
  description: string;
  publisher: string;
  contact: string;
  footerLinks: { label: string; href: string }[];
  /** The oldest first. */
  releases: PeerRelease[];
  subjects: PeerSubject[];
  pages: PeerPage[];
  popular: PeerPopular[];
}

export interface PeerPicture {
  src: string;
  width: number;
  height: number;
  alt: string;
  caption: string | null;
  credit: string | null;
}

export interface PeerRelease
  extends Pick<PressRelease, 'title' | 'slug' | 'summary' | 'body' | 'kind' | 'releasedAt' | 'delegations' | 'corrections'> {
  id: string;
  /** @example '2024-05' */
  month: string;
  events: string[];
  organisations: string[];
  /** Other releases to be read after it. */
  readAlso: string[];
  cover: PeerPicture | null;
  gallery: PeerPicture[];
  attachments: { href: string; title: string; size: number }[];
  /** Why the text is not as it was. */
  notice: string | null;
}

export interface PeerPage {
  id: string;
  title: string;
  slug: string;
  body: string;
  place: string;
}

export interface PeerPopular {
  id: string;
  rank: number;
  views: number;
  comments: number;
  reactions: number;
}

/** The newsroom in each language. @param asOf the day for which its popular list is computed */
export function peerNewsrooms(entries: readonly Unnumbered[], asOf: string): PeerNewsroom[] {
  const of = <T extends FeedType>(type: T) => rowsOf(entries, type);
  const readAlso = readAlsoOf(of('press-release').filter(({ language }) => language === languages[0]));
  const accreditations: Accreditation[] = of('accreditation').map(({ data }) => data);
  return languages.map((language) => {
    const [settings] = of('site-settings').filter((row) => row.language === language);
    if (settings === undefined) throw new Error(`The newsroom has no settings in ${language}.`);
    const { name, description, publisher, contact, footerLinks, popular } = settings.data;
    const releases = of('press-release').filter((row) => row.language === language);
    const ranking = rankReleases({
      releases: releases.map(({ id, data }) => ({ id, publicSince: data.publicSince })),
      counts: of('daily-metrics')
        .filter((row) => row.language === language)
        .map(({ data }) => data),
      asOf,
      rule: popular,
    });
    return {
      language,
      name,
      description: description ?? '',
      publisher,
      contact: contact ?? '',
      footerLinks,
      releases: releases.map(({ id, data }) => peerRelease(id, data, readAlso.get(id) ?? [])),
      subjects: subjectsIn(language, {
        event: of('event'),
        delegation: of('delegation'),
        'observer-organisation': of('observer-organisation'),
        accreditations,
      }),
      pages: of('page')
        .filter((row) => row.language === language)
        .map(({ id, data: { title, slug, body, place } }) => ({ id, title, slug, body, place })),
      popular: ranking.entries.map(({ id, rank, views, comments, reactions }) => ({ id, rank, views, comments, reactions })),
    };
  });
}

function peerRelease(id: string, data: PressRelease, readAlso: string[]): PeerRelease {
  const { title, slug, summary, kind, releasedAt, delegations, corrections, notice } = data;
  return {
    id,
    title,
    slug,
    summary,
    body: data.embedded.reduce((body, file) => body.replaceAll(mediaReference(file.sha256), mediaHref(file)), data.body),
    kind,
    releasedAt,
    month: data.addressMonth,
    events: data.event === null ? [] : [data.event],
    delegations,
    organisations: data.observerOrganisations,
    readAlso,
    cover: data.cover && peerPicture(data.cover),
    gallery: data.gallery.map(peerPicture),
    attachments: data.attachments.map(peerAttachment),
    corrections,
    notice: notice?.reason ?? null,
  };
}

function peerPicture({ file, alternativeText, caption, credit }: Picture): PeerPicture {
  return { src: mediaHref(file), ...file.dimensions, alt: alternativeText, caption, credit };
}

function peerAttachment({ file, title }: Attachment): PeerRelease['attachments'][number] {
  return { href: mediaHref(file), title: title ?? file.name, size: file.size };
}

/** Where a peer's site has a file of the newsroom: as it was uploaded, in no other sizes. */
export function mediaHref({ sha256, name }: Pick<MediaFile, 'sha256' | 'name'>): string {
  return `/media/${sha256}${name.slice(name.lastIndexOf('.'))}`;
}
