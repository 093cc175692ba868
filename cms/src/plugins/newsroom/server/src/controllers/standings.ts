import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Answers where all versions of a document stand on their way to readers. */
  async read(ctx: Context) {
    const { type, documentId } = ctx.params as { type: string; documentId: string };
    const standing = await strapi.plugin('newsroom').service('standings').of(type, documentId);
    if (standing === undefined) return ctx.notFound(`There is no type "${type}" that is published.`);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = standing;
  },
});
