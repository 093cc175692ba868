import { Readable } from 'node:stream';
import { feedQuestionSchema } from '@newsroom/shared/feed-question';
import type { Core } from '@strapi/strapi';
import type { Confirmed, HistoryState } from '../services/history';
import { refuseOtherHistory } from './other-history';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The feed as NDJSON: whole, whole as it was at a seq, or what came since one. An error on the way ends the
   * connection: the reader misses the trailer.
   */
  async read(ctx: Context) {
    const parsed = feedQuestionSchema.safeParse(ctx.query);
    if (!parsed.success) {
      return ctx.badRequest(
        'The feed is asked for without parameters, or with epoch and either at or since, both with or without mark: seqs are whole numbers, a mark has 64 digits.',
      );
    }
    const asked = parsed.data;
    const history = strapi.plugin('newsroom').service('history');
    let state: HistoryState;
    let since: number | null = null;
    if ('epoch' in asked) {
      since = 'since' in asked ? asked.since : null;
      const seq = 'since' in asked ? asked.since : asked.at;
      const confirmed: Confirmed = await history.confirm({ epoch: asked.epoch, seq, mark: asked.mark });
      if (confirmed.kind === 'other') return refuseOtherHistory(ctx, confirmed.why);
      state = 'since' in asked ? confirmed.newest : { ...(await history.state(seq)), epoch: asked.epoch };
    } else {
      state = await history.state();
    }
    ctx.type = 'application/x-ndjson';
    ctx.set('Cache-Control', 'no-store');
    const lines = Readable.from(strapi.plugin('newsroom').service('feed').lines(state, since));
    // The answer is under way, so no status can tell: the broken connection does.
    lines.once('error', () => ctx.res.destroy());
    ctx.body = lines;
  },
});
