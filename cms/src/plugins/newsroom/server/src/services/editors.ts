import { languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { documentTypes, uidOf } from '../documents/act';

interface Permission {
  id: number;
  action: string;
  subject: string;
  properties: { fields?: string[]; locales?: string[] } | null;
}

/**
 * Strapi makes its roles Editor and Author before the site's languages exist, and keeps nothing for an editor that
 * needs a language: no publishing, no deleting. Gives both roles the languages, and editors these two acts.
 * Done once per set of languages: what an administrator changes in the roles later stays.
 */
export async function letEditorsWork(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  if ((await store.get({ key: 'roles' })) === languages.join()) return;
  for (const code of ['strapi-editor', 'strapi-author']) await addLanguages(strapi, code);
  await letPublishAndDelete(strapi, 'strapi-editor');
  await store.set({ key: 'roles', value: languages.join() });
}

function permissionsOf(strapi: Core.Strapi, role: string): Promise<Permission[]> {
  return strapi.db
    .query('admin::permission')
    .findMany({ where: { subject: { $startsWith: 'plugin::newsroom.' }, role: { code: role } } });
}

async function addLanguages(strapi: Core.Strapi, role: string): Promise<void> {
  for (const { id, properties } of await permissionsOf(strapi, role)) {
    const locales = [...new Set([...(properties?.locales ?? []), ...languages])];
    await strapi.db.query('admin::permission').update({ where: { id }, data: { properties: { ...properties, locales } } });
  }
}

async function letPublishAndDelete(strapi: Core.Strapi, code: string): Promise<void> {
  const role = await strapi.db.query('admin::role').findOne({ where: { code } });
  if (role === null) return; // an administrator removed it
  const existing = await permissionsOf(strapi, code);
  const missing = documentTypes
    .map(uidOf)
    .flatMap((subject) =>
      actsBeyondEditing(strapi, subject).map((act) => ({
        action: `plugin::content-manager.explorer.${act}`,
        subject,
        properties: { locales: [...languages] },
        conditions: [],
      })),
    )
    .filter(({ action, subject }) => !existing.some((one) => one.action === action && one.subject === subject));
  if (missing.length > 0) await strapi.service('admin::role').addPermissions(role.id, missing);
}

function actsBeyondEditing(strapi: Core.Strapi, uid: ReturnType<typeof uidOf>): string[] {
  const contentType = strapi.contentType(uid);
  if (contentType.kind === 'singleType') return [];
  return contentType.options?.draftAndPublish ? ['delete', 'publish'] : ['delete'];
}
