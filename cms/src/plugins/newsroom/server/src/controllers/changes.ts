import { askedAtOnce, changesQuestionSchema, longestWait, waitQuestionSchema } from '@newsroom/shared/feed-question';
import type { Core } from '@strapi/strapi';
import type { Confirmed } from '../services/history';
import { refuseOtherHistory } from './other-history';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Rows of the change log by their seqs, as the entries that the feed gave them as: `?epoch=&seqs=5,9`. */
  async read(ctx: Context) {
    const parsed = changesQuestionSchema.safeParse(ctx.query);
    if (!parsed.success) {
      return ctx.badRequest(`Changes are asked for by epoch and seqs, with commas between at most ${askedAtOnce} of them.`);
    }
    const { epoch, seqs } = parsed.data;
    const plugin = strapi.plugin('newsroom');
    const confirmed: Confirmed = await plugin.service('history').confirm({ epoch, seq: Math.max(...seqs) });
    if (confirmed.kind === 'other') return refuseOtherHistory(ctx, confirmed.why);
    const entries: string[] = await plugin.service('feed').entries(seqs);
    if (entries.length < new Set(seqs).size) return refuseOtherHistory(ctx, 'Some of these changes are not in the log.');
    ctx.type = 'application/x-ndjson';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = entries.join('');
  },

  /** Answers when there is something newer than `?epoch=&since=`, or an order after `&order=`, or after `&seconds=`. */
  async wait(ctx: Context) {
    const parsed = waitQuestionSchema.safeParse(ctx.query);
    if (!parsed.success) {
      return ctx.badRequest(
        `Wait with epoch and since, or with neither; order and seconds (at most ${longestWait}) are whole numbers.`,
      );
    }
    const asked = parsed.data;
    if (asked.order !== undefined) await strapi.plugin('newsroom').service('orders').noteHandled(asked.order);
    const gone = new AbortController();
    ctx.res.once('close', () => gone.abort());
    ctx.set('Cache-Control', 'no-store');
    const answer = await strapi
      .plugin('newsroom')
      .service('head-watch')
      .wait({
        epoch: 'epoch' in asked ? asked.epoch : null,
        since: 'epoch' in asked ? asked.since : 0,
        mark: 'epoch' in asked ? asked.mark : undefined,
        order: asked.order ?? null,
        seconds: asked.seconds,
        signal: gone.signal,
      });
    if (answer !== undefined) ctx.body = answer;
    else if (!gone.signal.aborted) {
      ctx.status = 503;
      ctx.body = { error: { status: 503, name: 'Stopping', message: 'The CMS is stopping: ask again.' } };
    }
  },
});
