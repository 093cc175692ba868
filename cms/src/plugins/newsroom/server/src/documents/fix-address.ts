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
  const publicSince: string = rows.find((row) => row.publicSince)?.publicSince ?? new Date().toISOString();
  const releasedAt: string = rows.find((row) => row.releasedAt)?.releasedAt ?? publicSince;
  const addressMonth: string = rows.find((row) => row.addressMonth)?.addressMonth ?? localMonth(releasedAt);
  // Every version, since Strapi does not carry fields that editors cannot see into a new language.
  for (const [field, value] of Object.entries({ publicSince, releasedAt, addressMonth })) {
    await strapi.db
      .query(uid)
      .updateMany({ where: { documentId: params.documentId, [field]: { $null: true } }, data: { [field]: value } });
  }
  return next();
};
