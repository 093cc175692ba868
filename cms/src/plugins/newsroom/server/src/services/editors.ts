import { digest } from '@newsroom/shared/digest';
import { languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { documentTypes, uidOf } from '../documents/act';

interface Permission {
  id: number;
  action: string;
  subject: string;
  properties: { fields?: string[]; locales?: string[] } | null;
}

const action = (act: string) => `plugin::content-manager.explorer.${act}`;

interface Grant {
  acts: string[];
  /** Only types that have drafts: what has none is public as soon as it is saved. */
  draftsOnly?: boolean;
  conditions: string[];
}

/**
 * What Strapi's own roles may do. An author reads everything, so as to name any delegation in a release, writes drafts
 * of their own, and publishes nothing.
 */
const roles: { code: string; grants: Grant[] }[] = [
  { code: 'strapi-editor', grants: [{ acts: ['create', 'read', 'update', 'delete', 'publish'], conditions: [] }] },
  {
    code: 'strapi-author',
    grants: [
      { acts: ['read'], conditions: [] },
      { acts: ['create', 'update'], draftsOnly: true, conditions: ['admin::is-creator'] },
    ],
  },
];

/**
 * Strapi makes its roles Editor and Author once, before the site's languages exist: types, fields and languages that
 * come later are closed to them, and nothing that needs a language is open at all. Gives both roles what they lack.
 * Done once per set of types, fields and languages: what an administrator changes in the roles later stays.
 */
export async function letEditorsWork(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  const types = documentTypes.map((type) => [type, Object.keys(strapi.contentType(uidOf(type)).attributes)]);
  const given = digest([[...languages], types] as never);
  const before = await store.get({ key: 'roles' });
  if (before === given) return;
  for (const role of roles) {
    if (before === null) await takeWhatStrapiGave(strapi, role.code);
    await giveWhatIsMissing(strapi, role);
  }
  await store.set({ key: 'roles', value: given });
}

/** What editors may do beside the Content Manager, by the name under which it is noted that they got it. */
const more = { orders: 'plugin::newsroom.orders.give', popular: 'plugin::newsroom.popular.decide' };

/**
 * Gives editors the permissions to give orders to the publisher, and to decide about the popular list; each of them
 * once: an administrator may take it away.
 */
export async function letEditorsDecide(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  const role = await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } });
  for (const [key, given] of Object.entries(more)) {
    if ((await store.get({ key })) === 'given') continue;
    if (role !== null) await strapi.service('admin::role').addPermissions(role.id, [{ action: given }]);
    await store.set({ key, value: 'given' });
  }
}

function permissionsOf(strapi: Core.Strapi, code: string): Promise<Permission[]> {
  const where = { subject: { $startsWith: 'plugin::newsroom.' }, role: { code } };
  return strapi.db.query('admin::permission').findMany({ where });
}

/** Strapi lets authors write whatever they made themselves, and read nothing else. */
async function takeWhatStrapiGave(strapi: Core.Strapi, code: string): Promise<void> {
  const given = await permissionsOf(strapi, code);
  await strapi.service('admin::permission').deleteByIds(given.map(({ id }) => id));
}

async function giveWhatIsMissing(strapi: Core.Strapi, { code, grants }: (typeof roles)[number]): Promise<void> {
  const role = await strapi.db.query('admin::role').findOne({ where: { code } });
  if (role === null) return; // an administrator removed it
  const existing = await permissionsOf(strapi, code);
  const missing: object[] = [];
  for (const wanted of grants.flatMap((grant) => permissionsFor(strapi, grant))) {
    const found = existing.find((one) => one.action === wanted.action && one.subject === wanted.subject);
    if (found === undefined) missing.push(wanted);
    else await widen(strapi, found, wanted.properties);
  }
  if (missing.length > 0) await strapi.service('admin::role').addPermissions(role.id, missing);
}

/** A permission for each act on each type, where the type knows the act: with all fields, in all languages. */
function permissionsFor(strapi: Core.Strapi, { acts, draftsOnly, conditions }: Grant): Omit<Permission, 'id'>[] {
  const types = documentTypes.map(uidOf).filter((uid) => !draftsOnly || strapi.contentType(uid).options?.draftAndPublish);
  const known: { actionId: string }[] = strapi.service('admin::permission').actionProvider.values();
  const wanted = known.filter(({ actionId }) => acts.some((act) => action(act) === actionId));
  const permissions: Permission[] = strapi.service('admin::content-type').getPermissionsWithNestedFields(wanted);
  return permissions
    .filter(({ subject }) => (types as string[]).includes(subject))
    .filter((one) => one.action !== action('delete') || one.subject !== uidOf('site-settings'))
    .map((one) => ({ ...one, conditions, properties: { ...one.properties, ...inLanguages(strapi, one.subject) } }));
}

function inLanguages(strapi: Core.Strapi, subject: string): { locales?: string[] } {
  return strapi
    .plugin('i18n')
    .service('content-types')
    .isLocalizedContentType(strapi.getModel(subject as never))
    ? { locales: [...languages] }
    : {};
}

async function widen(strapi: Core.Strapi, { id, properties }: Permission, more: Permission['properties']): Promise<void> {
  const wider = { ...properties };
  for (const list of ['fields', 'locales'] as const) {
    if (more?.[list] !== undefined) wider[list] = [...new Set([...(properties?.[list] ?? []), ...more[list]])];
  }
  await strapi.db.query('admin::permission').update({ where: { id }, data: { properties: wider } });
}
