import type { Core } from '@strapi/strapi';

/** Answers 404 to everybody who asks for an uploaded file by an address that the admin did not sign. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const path = decoded(ctx.path);
    if (path?.toLowerCase().startsWith('/uploads') === false) return next();
    if (path !== undefined && strapi.plugin('newsroom').service('private-uploads').admits(path, ctx.query)) return next();
    ctx.status = 404;
    ctx.body = { error: 'Not found' };
  };

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path).replace(/\/{2,}/g, '/');
  } catch {
    return undefined;
  }
}
