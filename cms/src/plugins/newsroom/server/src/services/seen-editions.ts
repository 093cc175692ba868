import type { Edition } from '@newsroom/shared/edition';
import type { Core } from '@strapi/strapi';
import type { Observation } from '../desk/shown-version';
import { seenEditionModel } from '../models/seen-edition';

/** An edition, and when the site was first seen to be it, as an instant. */
export interface SeenEdition {
  id: number;
  edition: Edition;
  seenAt: string;
}

interface Row {
  id: number;
  edition: string;
  seenAt: string | number | Date;
}

/** The editions that the site was seen to be. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(seenEditionModel.uid);

  /** What readers get, as far as it was seen; undefined where the site was never seen. */
  async function last(): Promise<SeenEdition | undefined> {
    const row: Row | null = await table().findOne({ orderBy: { id: 'desc' } });
    return row === null ? undefined : seen(row);
  }

  return {
    last,

    /** All that was seen, oldest first. */
    async observations(): Promise<Observation[]> {
      const rows: Row[] = await table().findMany({ orderBy: { id: 'asc' } });
      return rows.map(seen).map(({ edition: { epoch, generation, seq, held, heldCount }, seenAt }) => {
        return { epoch, generation, seq, held, heldCount, seenAt };
      });
    },

    /** Notes what the site says it is now, if that is another edition than before. */
    async note(edition: Edition): Promise<void> {
      const text = JSON.stringify(edition);
      const before: Row | null = await table().findOne({ orderBy: { id: 'desc' } });
      if (before?.edition === text) return;
      const { epoch, generation, seq } = edition;
      await table().create({ data: { epoch, generation, seq, edition: text, seenAt: new Date() } });
    },
  };
};

function seen({ id, edition, seenAt }: Row): SeenEdition {
  return { id, edition: JSON.parse(edition), seenAt: new Date(seenAt).toISOString() };
}
