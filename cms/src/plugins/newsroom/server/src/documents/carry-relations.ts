import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultLanguage } from '@newsroom/shared/languages';
import type { Act, DocumentRule } from './act';
import { populateRelations, type RelationField, relatedDocuments, relationFields } from './relations';

type Version = { locale: string } & Record<string, unknown>;

/** Set while the copies are saved, which are acts themselves and must not be copied on. */
const carrying = new AsyncLocalStorage<true>();

/**
 * Strapi keeps relations for each language version alone, also when the field is not localised. Editors mean the
 * document: so a new version begins with the relations that its elders have, and an edit of the relations in one
 * language is copied to the drafts of all others. Published versions follow when they are published.
 */
export const carryRelations: DocumentRule = async (act, next) => {
  const { strapi, type, uid, action, params } = act;
  if (type !== 'press-release' || (action !== 'create' && action !== 'update') || carrying.getStore()) return next();

  const fields = relationFields(strapi, uid);
  const locale = String(params.locale ?? defaultLanguage);
  const before = action === 'update' ? await drafts(act, params.documentId, fields) : [];
  const edited = before.find((version) => version.locale === locale);
  const elder = before[0];
  if (elder === undefined) return next(); // a document's first version has nothing to carry from or to

  const known = edited ?? (await visibleIn(act, locale, elder, fields));
  if (edited === undefined) params.data = { ...params.data, ...inherited(known, locale, fields, params.data ?? {}) };
  const result = await next();
  if (result !== null) await carrying.run(true, () => copyChanges(act, known, result.documentId, locale, fields));
  return result;
};

function drafts({ strapi, uid }: Act, documentId: string | undefined, fields: RelationField[]): Promise<Version[]> {
  return strapi.db.query(uid).findMany({
    where: { documentId, publishedAt: { $null: true } },
    populate: populateRelations(fields),
    orderBy: { id: 'asc' },
  });
}

/** A version as another language can show it: without relations to what has no version in that language. */
async function visibleIn(act: Act, locale: string, version: Version, fields: RelationField[]): Promise<Version> {
  const shown: Version = { ...version, locale };
  for (const field of fields) {
    const ids = await withVersionIn(act, field, relatedDocuments(version[field.name]), locale);
    shown[field.name] = ids.map((documentId) => ({ documentId }));
  }
  return shown;
}

/** The elder's relations, with what the editor adds in the new version; a whole new list is left as it is given. */
function inherited(
  elder: Version,
  locale: string,
  fields: RelationField[],
  data: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const given = data[name];
      const isChange = given === undefined || (typeof given === 'object' && given !== null && 'connect' in given);
      if (!isChange) return [];
      const added = (given as { connect?: object[] } | undefined)?.connect ?? [];
      const kept = relatedDocuments(elder[name]).map((documentId) => ({ documentId, locale }));
      return [[name, { set: [...kept, ...added] }]];
    }),
  );
}

/** Copies to the other drafts what the act changed in the edited one, and nothing else. */
async function copyChanges(act: Act, known: Version, documentId: string, locale: string, fields: RelationField[]): Promise<void> {
  const versions = await drafts(act, documentId, fields);
  const edited = versions.find((version) => version.locale === locale);
  if (edited === undefined) return;
  const changes = fields
    .map((field) => ({ field, before: relatedDocuments(known[field.name]), after: relatedDocuments(edited[field.name]) }))
    .filter(({ before, after }) => before.join() !== after.join());
  for (const other of versions.filter((version) => version.locale !== locale)) {
    const data: Record<string, unknown> = {};
    for (const { field, before, after } of changes) {
      const had = relatedDocuments(other[field.name]);
      const there = await withVersionIn(act, field, after, other.locale);
      // Of its own, a version keeps what the editor did not take out: a target that the edited language lacks.
      const kept = had.filter((id) => !after.includes(id) && !before.includes(id));
      const wanted = [...there, ...kept];
      if (wanted.join() !== had.join())
        data[field.name] = { set: wanted.map((id) => ({ documentId: id, locale: other.locale })) };
    }
    if (Object.keys(data).length > 0) {
      await act.strapi.documents(act.uid).update({ documentId, locale: other.locale, data: data as never });
    }
  }
}

/** Those of the documents that have a version in a language; Strapi refuses a relation to one that has none. */
async function withVersionIn({ strapi }: Act, { target }: RelationField, ids: string[], locale: string): Promise<string[]> {
  const rows = await strapi.db.query(target).findMany({ where: { documentId: { $in: ids }, locale }, select: ['documentId'] });
  const there = new Set(rows.map((row) => row.documentId));
  return ids.filter((id) => there.has(id));
}
