import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.ControllerHandler>[0];

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The bytes of a file that something published names, by their SHA-256. */
  async read(ctx: Context) {
    const { sha256 } = ctx.params as { sha256: string };
    const found = await strapi.plugin('newsroom').service('originals').find(sha256);
    if (found === undefined) return ctx.notFound(`No file is kept under "${sha256}".`);
    ctx.type = found.mime;
    ctx.length = found.size;
    ctx.set('Cache-Control', 'private, max-age=31536000, immutable');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = createReadStream(found.place);
  },
});
