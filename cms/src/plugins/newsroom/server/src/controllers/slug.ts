import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Answers `{ slug }`: a free one for a text, empty where no letter of it can be spelt. */
  async suggest(ctx: Context) {
    const { type, locale, text, documentId } = ctx.query as Record<string, string | undefined>;
    if (typeof type !== 'string' || typeof locale !== 'string' || typeof text !== 'string') {
      return ctx.badRequest('A slug is made for a type, a locale and a text.');
    }
    const wish = { type, locale, text, ...(documentId ? { documentId } : {}) };
    const slug: string | undefined = await strapi.plugin('newsroom').service('slugs').suggest(wish);
    if (slug === undefined) return ctx.badRequest(`The newsroom has no type "${type}".`);
    ctx.body = { slug };
  },
});
