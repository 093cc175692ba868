import type { Core } from '@strapi/strapi';

/** Runs while the database and the server are still there. */
export function destroy({ strapi }: { strapi: Core.Strapi }) {
  strapi.plugin('newsroom').service('head-watch').close();
}
