import { orderRequestSchema } from '@newsroom/shared/desk-order';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

/** A person as Strapi's admin knows them. */
interface Person {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes an order for the publisher: see `orderRequestSchema` for the shape of the body. Answers its number. */
  async give(ctx: Context) {
    const parsed = orderRequestSchema.safeParse(ctx.request.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return ctx.badRequest(`This is no order. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
    }
    const { number } = await strapi.plugin('newsroom').service('orders').give(parsed.data, nameOf(ctx.state.user));
    ctx.status = 201;
    ctx.body = { number };
  },
});

/** The name under which an order stands on the site, too: never an e-mail address. */
function nameOf({ firstname, lastname, username }: Person): string {
  const name = [firstname, lastname].filter(Boolean).join(' ').trim();
  return (name || username || 'An editor').slice(0, 120);
}
