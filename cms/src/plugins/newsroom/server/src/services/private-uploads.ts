import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** How long an address given out by the admin opens a file, in seconds. */
const lifetime = 60 * 60;

/**
 * Strapi serves every uploaded file to anyone who guesses its address, files of drafts included. Here the local
 * provider says that it is private, so that the admin asks for a signed address for each file that it shows, and
 * `guard-uploads` lets only signed addresses through.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sign = (path: string, expires: string) =>
    createHmac('sha256', strapi.plugin('newsroom').config('uploadsKey') as string)
      .update(`${path}\n${expires}`)
      .digest('base64url');

  function signed(address: string): string {
    const [path = ''] = address.split('?'); // Strapi signs some addresses twice
    const expires = String(Math.floor(Date.now() / 1000) + lifetime);
    return `${path}?expires=${expires}&signature=${sign(decodeURI(path), expires)}`;
  }

  return {
    /** An address below `/uploads/` that opens the file for a while. */
    signed,

    closeUploads(): void {
      Object.assign(strapi.plugin('upload').provider, {
        isPrivate: async () => true,
        getSignedUrl: async (file: { url: string }) => ({ url: signed(file.url) }),
      });
    },

    /** Whether a request for a file bears a signature that is ours, for this file, and not too old. */
    admits(path: string, query: { expires?: unknown; signature?: unknown }): boolean {
      if (typeof query.expires !== 'string' || typeof query.signature !== 'string') return false;
      if (!(Number(query.expires) >= Date.now() / 1000)) return false;
      const expected = Buffer.from(sign(path, query.expires));
      const given = Buffer.from(query.signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
};
