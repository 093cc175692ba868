import { publisherReportSchema } from '@newsroom/shared/publisher-report';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes what a publisher tells of its run: see `publisherReportSchema` for the shape of the body. */
  async report(ctx: Context) {
    const parsed = publisherReportSchema.safeParse(ctx.request.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return ctx.badRequest(`The report was not taken. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`, {
        issues: parsed.error.issues.slice(0, 20),
      });
    }
    await strapi.plugin('newsroom').service('runs').take(parsed.data);
    ctx.status = 204;
  },
});
