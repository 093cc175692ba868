import { outsideListSchema } from '@newsroom/shared/outside-list';
import type { Core } from '@strapi/strapi';
import { refuseImport } from './refuse-import';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes in a popular list that somebody else computed: see `outsideListSchema` for the shape of the body. */
  async store(ctx: Context) {
    const parsed = outsideListSchema.safeParse(ctx.request.body);
    if (!parsed.success) return refuseImport(ctx, parsed.error);
    ctx.body = { data: await strapi.plugin('newsroom').service('outside-lists').store(parsed.data) };
  },
});
