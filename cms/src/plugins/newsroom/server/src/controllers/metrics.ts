import { metricsImportSchema } from '@newsroom/shared/daily-metrics';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes in what a counter sends: see `metricsImportSchema` for the shape of the body. */
  async import(ctx: Context) {
    const parsed = metricsImportSchema.safeParse(ctx.request.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return ctx.badRequest(`Nothing was taken in. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`, {
        issues: parsed.error.issues.slice(0, 20),
      });
    }
    ctx.body = await strapi.plugin('newsroom').service('metrics').import(parsed.data);
  },
});
