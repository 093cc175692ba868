import type { Core } from '@strapi/strapi';

export default {
  /** Runs after Strapi's own bootstrap, which makes the roles that the newsroom's first administrator needs. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('newsroom').service('setup').afterStrapi();
  },
};
