import type { VersionKey } from '@newsroom/shared/document-fault';
import { defaultLanguage, languages } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { titleOf } from '../documents/slug-holder';
import { changeModel, noLanguage } from '../models/change';

type Data = Record<string, unknown>;

/** So many titles are remembered; what stood in the log at a seq stays as it is. */
const remembered = 5000;

/** What editors call documents by, from the change log, where also those are that went. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const known = new Map<string, string>();

  /** The newest data of a document up to a seq, by language. */
  async function versionsAt({ type, id: document }: Omit<VersionKey, 'language'>, seq: number): Promise<Map<string, Data>> {
    const versions = new Map<string, Data>();
    for (const language of [...languages, noLanguage]) {
      const where = { type, document, language, id: { $lte: seq }, data: { $notNull: true } };
      const row = await strapi.db.query(changeModel.uid).findOne({ where, orderBy: { id: 'desc' }, select: ['data'] });
      if (row !== null) versions.set(language, JSON.parse(row.data));
    }
    return versions;
  }

  /** A document's name in whatever language it has one, this one first. */
  async function nameOf(key: VersionKey, seq: number): Promise<string> {
    if (key.type === 'daily-metrics') return key.id.slice(-'2026-01-31'.length);
    const versions = await versionsAt(key, seq);
    const inOrder = [key.language ?? noLanguage, defaultLanguage, ...versions.keys()];
    const named = inOrder.map((language) => versions.get(language)).filter((data) => data !== undefined);
    const [first] = named;
    if (first === undefined) return '';
    if (key.type === 'accreditation') return accreditation(first, seq);
    if (key.type === 'redirect') return String(first.from);
    if (key.type === 'outside-list') return String(first.source);
    return named.map(titleOf).find((title) => title !== '') ?? '';
  }

  async function accreditation({ event, delegation, observerOrganisation }: Data, seq: number): Promise<string> {
    const participant =
      delegation === null
        ? await nameOf({ type: 'observer-organisation', id: String(observerOrganisation), language: null }, seq)
        : await nameOf({ type: 'delegation', id: String(delegation), language: null }, seq);
    return `${participant} · ${await nameOf({ type: 'event', id: String(event), language: null }, seq)}`;
  }

  return {
    /** The title of a version as it was at a seq; empty where it never had one. */
    async at({ type, id, language }: VersionKey, seq: number): Promise<string> {
      const place = `${type} ${id} ${language} ${seq}`;
      const found = known.get(place);
      if (found !== undefined) return found;
      const title = await nameOf({ type, id, language }, seq);
      known.set(place, title);
      const [oldest] = known.keys();
      if (known.size > remembered && oldest !== undefined) known.delete(oldest);
      return title;
    },
  };
};
