import type { Edition } from '@newsroom/shared/edition';
import type { Core } from '@strapi/strapi';
import { needlessEditions } from '../desk/needless-editions';
import type { Observation } from '../desk/shown-version';
import { changeModel } from '../models/change';
import { seenEditionModel } from '../models/seen-edition';
import { inPortions } from './portions';

/** After so many new editions those are forgotten that nobody needs. */
const tidyEvery = 50;

/** An edition, and when the site was first seen to be it, as an instant. */
export interface SeenEdition {
  edition: Edition;
  seenAt: string;
}

type KnownObservation = Observation & { id: number };

interface Row {
  id: number;
  edition: string;
  seenAt: string | number | Date;
}

/** The editions that the site was seen to be. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(seenEditionModel.uid);
  let known: KnownObservation[] = [];

  async function newer(than: number): Promise<KnownObservation[]> {
    const rows: Row[] = await table().findMany({ where: { id: { $gt: than } }, orderBy: { id: 'asc' } });
    return rows.map((row) => {
      const { edition, seenAt } = seen(row);
      const { epoch, generation, seq, held, heldCount } = edition;
      return { id: row.id, epoch, generation, seq, held, heldCount, seenAt };
    });
  }

  /** Only what is new is read; all of it again where another process forgot some. */
  async function observations(): Promise<KnownObservation[]> {
    known = [...known, ...(await newer(known.at(-1)?.id ?? 0))];
    if ((await table().count()) !== known.length) known = await newer(0);
    return known;
  }

  /** Metrics have no standings, and their newest states are spread over all of the log. */
  async function newestSeqs(): Promise<number[]> {
    // By the connection of the transaction in which an edition is noted: SQLite has no other one.
    const rows: { seq?: number }[] = await strapi.db.transaction(({ trx }) =>
      trx(changeModel.tableName).whereNot({ type: 'daily-metrics' }).groupBy('type', 'document', 'language').max({ seq: 'id' }),
    );
    return rows.map(({ seq }) => Number(seq)).sort((a, b) => a - b);
  }

  async function forgetNeedless(epoch: string): Promise<void> {
    const needless = needlessEditions(await observations(), await newestSeqs(), epoch);
    for (const some of inPortions(needless)) await table().deleteMany({ where: { id: { $in: some.map(({ id }) => id) } } });
  }

  /** The row of what readers get, as far as it was seen; null where the site was never seen. */
  const lastRow = (): Promise<Row | null> => table().findOne({ orderBy: { id: 'desc' } });

  return {
    observations,

    async last(): Promise<SeenEdition | undefined> {
      const row = await lastRow();
      return row === null ? undefined : seen(row);
    },

    /** Notes what the site says it is now, if that is another edition than before. @returns whether it is */
    async note(edition: Edition): Promise<boolean> {
      const text = JSON.stringify(edition);
      const before = await lastRow();
      if (before?.edition === text) return false;
      const { epoch, generation, seq } = edition;
      const { id } = await table().create({ data: { epoch, generation, seq, edition: text, seenAt: new Date() } });
      if (id % tidyEvery === 0) await forgetNeedless(epoch);
      return true;
    },
  };
};

function seen({ edition, seenAt }: Row): SeenEdition {
  return { edition: JSON.parse(edition), seenAt: new Date(seenAt).toISOString() };
}
