import { metricsImportSchema } from '@newsroom/shared/daily-metrics';
import type { Core } from '@strapi/strapi';
import { refuseImport } from './refuse-import';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes in what a counter sends: see `metricsImportSchema` for the shape of the body. */
  async import(ctx: Context) {
    const parsed = metricsImportSchema.safeParse(ctx.request.body);
    if (!parsed.success) return refuseImport(ctx, parsed.error);
    ctx.body = await strapi.plugin('newsroom').service('metrics').import(parsed.data);
  },
});
