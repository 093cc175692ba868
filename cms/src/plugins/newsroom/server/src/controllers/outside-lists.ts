import { outsideListSchema } from '@newsroom/shared/outside-list';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes in a popular list that somebody else computed: see `outsideListSchema` for the shape of the body. */
  async store(ctx: Context) {
    const parsed = outsideListSchema.safeParse(ctx.request.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return ctx.badRequest(`Nothing was taken in. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`, {
        issues: parsed.error.issues.slice(0, 20),
      });
    }
    ctx.body = { data: await strapi.plugin('newsroom').service('outside-lists').store(parsed.data) };
  },
});
