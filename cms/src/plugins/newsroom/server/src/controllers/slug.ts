import { isLanguage } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Answers the slug of a title or name, for the form of a document: `?type=&locale=&text=&documentId=`. */
  async make(ctx: Context) {
    const { type, locale, text, documentId } = ctx.query as Record<string, unknown>;
    const attributes = strapi.contentTypes[`plugin::newsroom.${type}` as 'admin::user']?.attributes ?? {};
    if (!('slug' in attributes)) return ctx.badRequest(`There is no type "${type}" with a slug.`);
    if (typeof locale !== 'string' || !isLanguage(locale)) return ctx.badRequest(`"${locale}" is no language of the site.`);
    if (typeof text !== 'string') return ctx.badRequest('A slug is made from one text.');
    const document = typeof documentId === 'string' ? documentId : undefined;
    ctx.body = {
      slug: await strapi.plugin('newsroom').service('slugs').make({ type, language: locale, text, documentId: document }),
    };
  },
});
