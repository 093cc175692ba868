import { defaultLanguage, languages } from '@newsroom/shared/languages';
import type { Core, UID } from '@strapi/strapi';

/** The newsroom's types that live in the Content Manager, by the name that the feed gives them. */
export const documentTypes = [
  'site-settings',
  'event',
  'delegation',
  'observer-organisation',
  'accreditation',
  'press-release',
  'page',
  'redirect',
] as const;

export type DocumentType = (typeof documentTypes)[number];

/** Strapi's identifier of a type. @example uidOf('event') // => 'plugin::newsroom.event' */
export function uidOf(type: DocumentType): UID.ContentType {
  return `plugin::newsroom.${type}` as UID.ContentType;
}

/** The feed's name of a type, or undefined for types that are not the newsroom's. */
export function typeOf(uid: string): DocumentType | undefined {
  return documentTypes.find((type) => uidOf(type) === uid);
}

/** The languages that an act was asked for: all of the site's for `*`, Strapi's default where none was named. */
export function askedLanguages({ params: { locale } }: Act): readonly string[] {
  if (locale === '*') return languages;
  return Array.isArray(locale) ? locale : [locale ?? defaultLanguage];
}

/** What an editor, or code on their behalf, does to a document of ours through Strapi's Document Service. */
export interface Act {
  strapi: Core.Strapi;
  type: DocumentType;
  uid: UID.ContentType;
  action: string;
  /** Strapi's own parameters; a rule may change them before it lets the act go on. */
  params: ActParams;
}

export interface ActParams {
  documentId?: string;
  locale?: string | string[];
  status?: string;
  data?: Record<string, unknown>;
}

/** What an act gives back: one version, or a document with the versions that were touched. */
export interface ActResult {
  documentId: string;
  entries?: ActResult[];
}

/** A rule around acts: does its part before or after `next()`, and may refuse by throwing. */
export type DocumentRule = (act: Act, next: () => Promise<ActResult | null>) => Promise<ActResult | null>;

/** The acts that can change content; all others only read. */
export const writingActions: readonly string[] = ['create', 'clone', 'update', 'publish', 'unpublish', 'discardDraft', 'delete'];
