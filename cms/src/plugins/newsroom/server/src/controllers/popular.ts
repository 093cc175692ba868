import { choicesRequestSchema, savedSettingsRequestSchema, silenceRequestSchema } from '@newsroom/shared/popular-desk';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { askedSettings } from '../popular/asked-settings';
import { nameOfPerson } from './name-of-person';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (name: string) => strapi.plugin('newsroom').service(name);

  return {
    /** Answers the popular lists with what they come from; by other settings where the query names some. */
    async read(ctx: Context) {
      const asked = askedSettings(ctx.query as Record<string, unknown>, await service('popular-settings').inForce());
      if (!asked.success) return refuseBody(ctx, asked.error);
      const mayDecide = ctx.state.userAbility.can('plugin::newsroom.popular.decide');
      ctx.set('Cache-Control', 'no-store');
      ctx.body = await service('popular-desk').view(asked.data, mayDecide);
    },

    /** Answers published releases whose titles have the words of `?q=` in them. */
    async find(ctx: Context) {
      const { q } = ctx.query as Record<string, unknown>;
      if (typeof q !== 'string' || q.trim() === '' || q.length > 250) return ctx.badRequest('Say a part of a title: ?q=');
      ctx.body = { releases: await service('popular-desk').find(q) };
    },

    /** Pins and leaves out releases: see `choicesRequestSchema` for the shape of the body. */
    async choose(ctx: Context) {
      const parsed = choicesRequestSchema.safeParse(ctx.request.body);
      if (!parsed.success) return refuseBody(ctx, parsed.error);
      await service('popular-choices').decide(parsed.data, nameOfPerson(ctx.state.user));
      ctx.status = 204;
    },

    /** Changes how the list is computed: see `savedSettingsRequestSchema` for the shape of the body. */
    async set(ctx: Context) {
      const parsed = savedSettingsRequestSchema.safeParse(ctx.request.body);
      if (!parsed.success) return refuseBody(ctx, parsed.error);
      await service('popular-settings').save(parsed.data, ctx.state.user.id);
      ctx.status = 204;
    },

    /** Begins or ends the silence: `{"silent": true}`. */
    async silence(ctx: Context) {
      const parsed = silenceRequestSchema.safeParse(ctx.request.body);
      if (!parsed.success) return refuseBody(ctx, parsed.error);
      await service('silence').turn(parsed.data.silent, nameOfPerson(ctx.state.user));
      ctx.status = 204;
    },
  };
};

function refuseBody(ctx: Context, { issues: [issue] }: z.ZodError) {
  return ctx.badRequest(`Nothing was changed. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
}
