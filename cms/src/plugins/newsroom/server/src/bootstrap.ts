import type { Core } from '@strapi/strapi';

/** Runs before Strapi gives its Super Admin all permissions that there are. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }) {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      { section: 'plugins', pluginName: 'newsroom', displayName: 'Publish now, roll back, release', uid: 'orders.give' },
    ]);
  // Commands that load Strapi without serving anybody do not work at the desk.
  strapi.server.httpServer.once('listening', () => strapi.plugin('newsroom').service('desk').start());
}
