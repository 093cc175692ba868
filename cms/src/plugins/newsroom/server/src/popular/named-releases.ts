import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import type { NamedRelease } from '@newsroom/shared/popular-desk';
import type { Core } from '@strapi/strapi';
import type { DeskSettings } from '../desk/settings';
import { uidOf } from '../documents/act';
import { titleOf } from '../documents/slug-holder';
import { changeModel } from '../models/change';
import { inPortions } from '../services/portions';
import { withdrawnReleases } from './rankable-releases';

interface Row {
  id: string;
  language: string;
  title: string | null;
  slug: string;
  month: string;
}

type Titled = NamedRelease['versions'][number];

/** Releases by the titles and addresses that readers know; those that are not published any more by their last title. */
export async function namedReleases(strapi: Core.Strapi, ids: readonly string[]): Promise<NamedRelease[]> {
  const { site }: DeskSettings = strapi.plugin('newsroom').service('desk').settings();
  const withdrawn = await withdrawnReleases(strapi);
  const named: NamedRelease[] = [];
  for (const some of inPortions([...new Set(ids)])) {
    const rows = Map.groupBy(await readRows(strapi, some), ({ id }) => id);
    for (const id of some) {
      const versions = (rows.get(id) ?? []).flatMap((row) => titled(row, site));
      if (versions.length === 0) named.push({ id, state: 'gone', versions: await lastTitle(strapi, id) });
      else named.push({ id, state: withdrawn.has(id) ? 'withdrawn' : 'published', versions: inOrder(versions) });
    }
  }
  return named;
}

function readRows(strapi: Core.Strapi, ids: string[]): Promise<Row[]> {
  return strapi.db
    .connection(strapi.db.metadata.get(uidOf('press-release')).tableName)
    .whereNotNull('published_at')
    .whereIn('document_id', ids)
    .select({ id: 'document_id', language: 'locale', title: 'title', slug: 'slug', month: 'address_month' });
}

function titled({ language, title, slug, month }: Row, site: string): Titled[] {
  if (!isLanguage(language)) return [];
  return [{ language, title: title ?? '', address: new URL(releasePath(language, month, slug), site).href }];
}

function inOrder(versions: Titled[]): Titled[] {
  return versions.toSorted((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
}

async function lastTitle(strapi: Core.Strapi, document: string): Promise<Titled[]> {
  for (const language of languages) {
    const where = { type: 'press-release', document, language, data: { $notNull: true } };
    const row = await strapi.db.query(changeModel.uid).findOne({ where, orderBy: { id: 'desc' }, select: ['data'] });
    if (row !== null) return [{ language: language satisfies Language, title: titleOf(JSON.parse(row.data)), address: null }];
  }
  return [];
}
