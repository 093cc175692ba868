import type { Core } from '@strapi/strapi';

/** Answers 404 to everybody who asks for an uploaded file by an address that the admin did not sign. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const path = decoded(ctx.path);
    if (path !== undefined && !leadsToUploads(path)) return next();
    if (path !== undefined && strapi.plugin('newsroom').service('private-uploads').admits(path, ctx.query)) return next();
    ctx.status = 404;
    ctx.body = { error: 'Not found' };
  };

/** Whether the folder is named anywhere in an address: `/x/..%2fuploads/file` leads there as well. */
function leadsToUploads(path: string): boolean {
  return /[\\/]uploads(?:[\\/]|$)/i.test(path);
}

/** The address as the static file server will read it; undefined if it cannot be read. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
