import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The whole feed as NDJSON. An error on the way ends the connection: the reader misses the trailer. */
  async read(ctx: Context) {
    const unknown = Object.keys(ctx.query);
    if (unknown.length > 0) {
      return ctx.badRequest(`The feed does not know the parameter "${unknown[0]}": it is given whole, without parameters.`);
    }
    ctx.type = 'application/x-ndjson';
    ctx.set('Cache-Control', 'no-store');
    const lines = Readable.from(strapi.plugin('newsroom').service('feed').whole());
    // The answer is under way, so no status can tell: the broken connection does.
    lines.once('error', () => ctx.res.destroy());
    ctx.body = lines;
  },
});
