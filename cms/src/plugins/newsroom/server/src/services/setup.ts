import { defaultLanguage, describeLanguage, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { bringUpToDate } from './bring-up-to-date';
import { letEditorsDecide, letEditorsWork } from './editors';
import { firstSettings } from './first-settings';

/** Brings a database, empty or not, to what the newsroom needs. Every step looks first, so it runs at every start. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Runs after Strapi's own bootstrap: locales and roles exist by then. */
  async afterStrapi(): Promise<void> {
    await ensureLanguages(strapi);
    await ensureSettings(strapi);
    await bringUpToDate(strapi);
    await letEditorsWork(strapi);
    await letEditorsDecide(strapi);
    await takeUploadsAsTheyAre(strapi);
    await ensureToken(strapi, 'Site build', 'feed', [
      'plugin::newsroom.feed.read',
      'plugin::newsroom.media.read',
      'plugin::newsroom.changes.read',
      'plugin::newsroom.changes.wait',
      'plugin::newsroom.publisher.report',
    ]);
    await ensureToken(strapi, 'Metrics import', 'metrics', [
      'plugin::newsroom.metrics.import',
      'plugin::newsroom.collections.store',
      'plugin::newsroom.outside-lists.store',
    ]);
    await removeStrapisOwnTokens(strapi);
    await ensureFirstAdministrator(strapi);
    await strapi.plugin('newsroom').service('last-seen').compare();
    await strapi.plugin('newsroom').service('statistics').keep();
    compareOnceListening(strapi);
  },
});

/** The comparison waits for nobody, and nobody for it: it begins when editors and readers can come. */
function compareOnceListening(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => strapi.plugin('newsroom').service('comparison').run());
}

/** Once: an original is what the office uploaded, and the site makes its own widths of it. What is set later stays. */
async function takeUploadsAsTheyAre(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  if ((await store.get({ key: 'uploads' })) === 'as-they-are') return;
  const upload = strapi.plugin('upload').service('upload');
  const settings = { ...(await upload.getSettings()), sizeOptimization: false, responsiveDimensions: false };
  await upload.setSettings({ ...settings, autoOrientation: false });
  await store.set({ key: 'uploads', value: 'as-they-are' });
}

async function ensureLanguages(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales');
  const isNew = (await locales.findByCode(defaultLanguage)) === null;
  for (const language of languages) {
    if ((await locales.findByCode(language)) === null) {
      await locales.create({ code: language, name: `${describeLanguage(language).endonym} (${language})` });
    }
  }
  if (isNew) await locales.setDefaultLocale({ code: defaultLanguage });
}

async function ensureSettings(strapi: Core.Strapi): Promise<void> {
  const uid = uidOf('site-settings');
  for (const locale of languages) {
    if ((await strapi.db.query(uid).findOne({ where: { locale } })) !== null) continue;
    const other = await strapi.db.query(uid).findOne({});
    const data = firstSettings[locale];
    if (other === null) await strapi.documents(uid).create({ locale, data });
    else await strapi.documents(uid).update({ documentId: other.documentId, locale, data });
  }
}

/** Keeps an API token with few permissions whose secret the operator chose, in the environment. */
async function ensureToken(strapi: Core.Strapi, name: string, key: 'feed' | 'metrics', permissions: string[]): Promise<void> {
  const secret = (strapi.plugin('newsroom').config('tokens') as Record<string, string | undefined>)[key];
  const tokens = strapi.db.query('admin::api-token');
  if (!secret) {
    strapi.log.warn(`There is no secret for the token "${name}": set NEWSROOM_${key.toUpperCase()}_TOKEN in .env.`);
    return;
  }
  const accessKey = strapi.service('admin::api-token').hash(secret);
  const token =
    (await tokens.findOne({ where: { name }, populate: ['permissions'] })) ??
    (await tokens.create({
      data: {
        name,
        description: 'Kept by the newsroom; its secret is in .env.',
        kind: 'content-api',
        type: 'custom',
        lifespan: null,
        accessKey,
      },
    }));
  if (token.accessKey !== accessKey) await tokens.update({ where: { id: token.id }, data: { accessKey } });
  const granted = ((token.permissions ?? []) as { action: string }[]).map(({ action }) => action);
  for (const action of permissions.filter((one) => !granted.includes(one))) {
    await strapi.db.query('admin::api-token-permission').create({ data: { action, token: token.id } });
  }
}

/** Strapi makes two tokens at the first start that read, and write, everything; nobody here uses them. */
async function removeStrapisOwnTokens(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .query('admin::api-token')
    .deleteMany({ where: { name: { $in: ['Read Only', 'Full Access'] }, lastUsedAt: { $null: true } } });
}

async function ensureFirstAdministrator(strapi: Core.Strapi): Promise<void> {
  const { email, password } = strapi.plugin('newsroom').config('firstAdministrator') as { email?: string; password?: string };
  if (!email || !password || (await strapi.db.query('admin::user').count()) > 0) return;
  const role = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    email,
    password,
    firstname: 'First',
    lastname: 'Administrator',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
}
