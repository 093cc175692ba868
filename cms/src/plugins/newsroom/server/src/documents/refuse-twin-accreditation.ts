import { refuseFor, wordsFor } from '../words/refuse';
import { type DocumentRule, uidOf } from './act';

interface Row {
  asOf: string;
  event: { documentId: string } | null;
  delegation: { documentId: string } | null;
  observerOrganisation: { documentId: string } | null;
}

/** Refuses a second row about one participant of one event as of one day: readers could not tell which counts. */
export const refuseTwinAccreditation: DocumentRule = async (act, next) => {
  const result = await next();
  const { strapi, type, action } = act;
  if (type !== 'accreditation' || action === 'delete' || result === null) return result;

  const rows = strapi.db.query(uidOf(type));
  const row: Row | null = await rows.findOne({
    where: { documentId: result.documentId },
    populate: ['event', 'delegation', 'observerOrganisation'] as never,
  });
  const participant = row?.delegation ? 'delegation' : 'observerOrganisation';
  if (!row?.event || !row[participant]) return result; // refused for what it lacks
  const twin = await rows.findOne({
    where: {
      documentId: { $ne: result.documentId },
      asOf: row.asOf,
      event: { documentId: row.event.documentId },
      [participant]: { documentId: row[participant].documentId },
    },
  });
  if (twin !== null) refuseFor('accreditationTwin', 'asOf', wordsFor(strapi).accreditationTwin(row.asOf));
  return result;
};
