import { collectionSchema } from '@newsroom/shared/collected-day';
import type { Core } from '@strapi/strapi';
import { refuseImport } from './refuse-import';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes in what a counter says of its work: see `collectionSchema` for the shape of the body. */
  async store(ctx: Context) {
    const parsed = collectionSchema.safeParse(ctx.request.body);
    if (!parsed.success) return refuseImport(ctx, parsed.error);
    ctx.body = await strapi.plugin('newsroom').service('collections').store(parsed.data);
  },
});
