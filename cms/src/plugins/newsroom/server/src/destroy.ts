import type { Core } from '@strapi/strapi';

/** Runs while the database and the server are still there. */
export async function destroy({ strapi }: { strapi: Core.Strapi }) {
  strapi.plugin('newsroom').service('head-watch').close();
  await strapi.plugin('newsroom').service('comparison').stop();
  await strapi.plugin('newsroom').service('desk').stop();
  await strapi.plugin('newsroom').service('last-seen').stop();
  strapi.plugin('newsroom').service('statistics').stop();
}
