import { languages } from '@newsroom/shared/languages';
import type { Versions } from '../services/published';
import { refuseFor, wordsFor } from '../words/refuse';
import type { DocumentRule } from './act';
import { addressedTypes, addressedVersion } from './public-paths';
import { slugHolder, titleOf } from './slug-holder';

/** Refuses a published version at whose address, in any language, another published document stands. */
export const refuseTakenSlug: DocumentRule = async (act, next) => {
  const result = await next();
  const { strapi, type, uid, action } = act;
  const publishes = action === 'publish' || !strapi.contentType(uid).options?.draftAndPublish;
  if (!publishes || result === null || !(addressedTypes as readonly string[]).includes(type)) return result;

  const rows = await strapi.db.query(uid).findMany({
    where: { documentId: result.documentId, publishedAt: { $notNull: true } },
  });
  const versions: Versions = new Map(rows.map((row) => [row.locale, row]));
  for (const language of languages) {
    const { slug, addressMonth } = addressedVersion(type, language, versions) ?? {};
    if (typeof slug !== 'string') continue;
    const month = typeof addressMonth === 'string' ? addressMonth : undefined;
    const other = await slugHolder(strapi, { type, language, slug, month, published: true, except: result.documentId });
    // What is not translated is in nobody's way in another month.
    const apart = !versions.has(language) && other?.addressMonth !== addressMonth;
    if (other !== undefined && !apart) refuseFor('slugTaken', 'slug', wordsFor(strapi).slugTaken(slug, titleOf(other)));
  }
  return result;
};
