import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Answers what readers get, what is being made, and what was made before. */
  async read(ctx: Context) {
    const mayOrder = ctx.state.userAbility.can('plugin::newsroom.orders.give');
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await strapi.plugin('newsroom').service('editions').view(mayOrder);
  },
});
