import type { Core } from '@strapi/strapi';

/** What publishers and open pages of the admin ask again and again. */
const polls = /^(?:\/api\/newsroom\/changes\/wait|\/newsroom\/editions|\/newsroom\/standing\/[^/]+\/[^/]+)$/;

/** Tells the log of every request, as Strapi's own does; of what is asked again and again only where it fails. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const begun = performance.now();
    await next();
    const isPoll = ctx.method === 'GET' && polls.test(ctx.path);
    // Whoever waits in vain for something newer may go away at any time.
    if (isPoll && (ctx.status < 400 || !ctx.writable)) return;
    strapi.log.http(`${ctx.method} ${ctx.url} (${Math.ceil(performance.now() - begun)} ms) ${ctx.status}`);
  };
