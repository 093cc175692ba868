import type { Core } from '@strapi/strapi';
import { withAddresses } from '../services/embedded-files';
import { isOurs } from '../services/files-of-version';
import { type DocumentRule, typeOf } from './act';

/**
 * The media library's button writes into a text the address that the admin signed for an hour. Kept is the plain one;
 * whoever opens the form gets it signed anew, so that the preview of an old draft shows its pictures.
 */
export const keepPlainAddresses: DocumentRule = async ({ strapi, params }, next) => {
  const body = params.data?.body;
  if (typeof body === 'string') {
    const plain = withAddresses(body, (file, origin) =>
      origin === undefined || isOurs(strapi, origin) ? `/uploads/${encodeURI(file)}` : undefined,
    );
    params.data = { ...params.data, body: plain };
  }
  return next();
};

/** Signs the addresses in the text that a form is given. */
export function signAddressesForForms(strapi: Core.Strapi): void {
  const uploads = strapi.plugin('newsroom').service('private-uploads');
  strapi.documents.use(async (context, next) => {
    const found = await next();
    const isForm = context.action === 'findOne' && typeOf(context.uid) !== undefined && strapi.requestContext.get() !== undefined;
    if (!isForm || typeof found !== 'object' || found === null || !('body' in found) || typeof found.body !== 'string')
      return found;
    const signed = withAddresses(found.body, (file, origin) =>
      origin === undefined ? uploads.signed(`/uploads/${encodeURI(file)}`) : undefined,
    );
    return { ...found, body: signed };
  });
}
