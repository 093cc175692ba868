import type { Core } from '@strapi/strapi';

/** Runs before Strapi gives its Super Admin all permissions that there are. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }) {
  const permission = { section: 'plugins', pluginName: 'newsroom' };
  await strapi.service('admin::permission').actionProvider.registerMany([
    { ...permission, displayName: 'Publish now, roll back, release', uid: 'orders.give' },
    { ...permission, displayName: 'Popular list: pin, leave out, settings, silence', uid: 'popular.decide' },
  ]);
  // Commands that load Strapi without serving anybody do not work at the desk.
  strapi.server.httpServer.once('listening', () => strapi.plugin('newsroom').service('desk').start());
}
