import { slugify } from '@newsroom/shared/slug';
import { slugSources } from '../content-types/slug-field';
import type { Act, DocumentRule } from './act';
import { freeSlug } from './free-slug';

type Version = { id: number; documentId: string; locale: string; slug: string | null } & Record<string, unknown>;

/**
 * Strapi's "Duplicate" copies every field. A duplicate gets slugs of its own, unless the editor gave it one, and a
 * release begins without the address and the first publication of the one that it was made from.
 */
export const beginDuplicate: DocumentRule = async (act, next) => {
  if (act.action !== 'clone') return next();

  const originals = await versions(act, act.params.documentId);
  const result = await next();
  if (result === null) return result;
  for (const version of await versions(act, result.documentId)) {
    const data = { ...(await ownSlug(act, version, originals)), ...(act.type === 'press-release' ? unpublished : {}) };
    if (Object.keys(data).length === 0) continue;
    await act.strapi.db.query(act.uid).update({ where: { id: version.id }, data });
    const answered = result.entries?.find((entry) => 'id' in entry && entry.id === version.id);
    if (answered !== undefined) Object.assign(answered, data);
  }
  return result;
};

const unpublished = { publicSince: null, addressMonth: null };

function versions({ strapi, uid }: Act, documentId: string | undefined): Promise<Version[]> {
  return strapi.db.query(uid).findMany({ where: { documentId } });
}

async function ownSlug(act: Act, version: Version, originals: Version[]): Promise<{ slug?: string }> {
  const source = slugSources[act.type];
  const copied = originals.some(({ locale, slug }) => locale === version.locale && slug === version.slug);
  if (source === undefined || !copied || version.slug === null) return {};
  const { locale, documentId } = version;
  return {
    slug: await freeSlug(act.strapi, {
      type: act.type,
      wished: slugify(String(version[source] ?? '')) || version.slug,
      locale,
      documentId,
    }),
  };
}
