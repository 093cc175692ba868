import { defaultLanguage, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import type { Recorded } from '../services/changes';
import type { Versions } from '../services/published';
import { type Act, type DocumentType, uidOf } from './act';
import { publicPath } from './public-paths';

/** The acts that put something at an address; what goes away leaves no redirect of itself. */
const publishingActions: readonly string[] = ['create', 'update', 'publish', 'clone'];

const redirects = uidOf('redirect');

interface Redirect {
  documentId: string;
  from: string;
  to: string | null;
}

/**
 * Addresses are quoted in letters and court files: where a published document is now at another one, a redirect leads
 * there from the old, redirects that led to the old one lead to the new, and none begins where a page stands.
 */
export async function redirectMoves({ strapi, type, action }: Act, { before, after }: Recorded): Promise<void> {
  if (!publishingActions.includes(action)) return;
  const untranslated = await showsUntranslated(strapi);
  const pathsOf = (versions: Versions) =>
    languages.map((language) => (versions.has(language) || untranslated ? publicPath(type, language, versions) : undefined));
  const [old, current] = [pathsOf(before), pathsOf(after)];
  for (const [index, path] of current.entries()) {
    if (path === undefined || path === old[index]) continue;
    await removeFrom(strapi, path);
    const left = old[index];
    // Another language version, or another document, may have taken the address at once.
    if (left !== undefined && !current.includes(left)) await lead(strapi, left, path);
  }
}

async function removeFrom(strapi: Core.Strapi, path: string): Promise<void> {
  const rows: Redirect[] = await strapi.db.query(redirects).findMany({ where: { from: path } });
  for (const { documentId } of rows) await strapi.documents(redirects).delete({ documentId });
}

async function lead(strapi: Core.Strapi, from: string, to: string): Promise<void> {
  const leading: Redirect[] = await strapi.db.query(redirects).findMany({ where: { to: from } });
  for (const { documentId, from: start } of leading) {
    if (start === to) await strapi.documents(redirects).delete({ documentId });
    else await strapi.documents(redirects).update({ documentId, data: { to } as never });
  }
  const data = { kind: 'moved', from, to } as never;
  const existing: Redirect | null = await strapi.db.query(redirects).findOne({ where: { from } });
  if (existing === null) await strapi.documents(redirects).create({ data });
  else await strapi.documents(redirects).update({ documentId: existing.documentId, data });
}

/** Whether readers of a language find what is not translated into it, at the original's slug. */
async function showsUntranslated(strapi: Core.Strapi): Promise<boolean> {
  const settings: { missingTranslations?: string } | null = await strapi.db
    .query(uidOf('site-settings' satisfies DocumentType))
    .findOne({ where: { locale: defaultLanguage } });
  return settings?.missingTranslations !== 'leave-out';
}
