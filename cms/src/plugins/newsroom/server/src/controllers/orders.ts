import { orderRequestSchema } from '@newsroom/shared/desk-order';
import type { Core } from '@strapi/strapi';
import { nameOfPerson } from './name-of-person';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes an order for the publisher: see `orderRequestSchema` for the shape of the body. Answers its number. */
  async give(ctx: Context) {
    const parsed = orderRequestSchema.safeParse(ctx.request.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return ctx.badRequest(`This is no order. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
    }
    const { number } = await strapi.plugin('newsroom').service('orders').give(parsed.data, nameOfPerson(ctx.state.user));
    ctx.status = 201;
    ctx.body = { number };
  },
});
