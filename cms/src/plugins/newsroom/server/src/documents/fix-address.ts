import { localMonth } from '@newsroom/shared/local-time';
import type { DocumentRule } from './act';

/**
 * At a release's first publication, in whatever language: notes the instant, fixes the month that its address
 * begins with, and takes the instant as the date of release where the editor left that empty. Later acts, a new
 * date of release among them, leave the address as it is.
 */
export const fixAddress: DocumentRule = async ({ strapi, type, uid, action, params }, next) => {
  if (type !== 'press-release' || action !== 'publish') return next();

  const rows = await strapi.db.query(uid).findMany({
    where: { documentId: params.documentId },
    select: ['releasedAt', 'publicSince', 'addressMonth'],
  });
  const fixed = rows.find((row) => row.publicSince && row.addressMonth);
  const dated = rows.find((row) => row.releasedAt);
  const publicSince: string = fixed?.publicSince ?? new Date().toISOString();
  const releasedAt: string = dated?.releasedAt ?? publicSince;
  const addressMonth: string = fixed?.addressMonth ?? localMonth(releasedAt);
  if (fixed === undefined) {
    await strapi.db.query(uid).updateMany({ where: { documentId: params.documentId }, data: { publicSince, addressMonth } });
  }
  if (dated === undefined) {
    await strapi.db.query(uid).updateMany({ where: { documentId: params.documentId }, data: { releasedAt } });
  }
  return next();
};
