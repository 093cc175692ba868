import type { PopularDesk } from '@newsroom/shared/popular-desk';
import type { Core } from '@strapi/strapi';
import { inPublishTransaction } from '../documents/publish-lock';
import { silenceModel } from '../models/silence';

interface Row {
  id: number;
  since: string;
  by: string;
}

/**
 * The silence that the law may ask for before a vote: the popular lists stand still for readers. What is counted is
 * kept in its tables, and goes into the change log when the silence has ended.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(silenceModel.uid);
  const service = (name: string) => strapi.plugin('newsroom').service(name);

  /** The silence that lasts; null: the lists move. */
  async function current(): Promise<PopularDesk['silence']> {
    const row: Row | null = await table().findOne({ where: { until: { $null: true } }, orderBy: { id: 'desc' } });
    return row === null ? null : { since: row.since, by: row.by };
  }

  /** Since when readers are told that the lists stand still: also after the end, until what was held is published. */
  async function shownSince(): Promise<string | null> {
    const row: Row | null = await table().findOne({ where: { settledAt: { $null: true } }, orderBy: { id: 'asc' } });
    return row?.since ?? null;
  }

  async function begin(by: string): Promise<void> {
    await table().create({ data: { since: new Date().toISOString(), by } });
    await service('popular-choices').record('silence');
  }

  async function end(endedBy: string): Promise<void> {
    await table().updateMany({ where: { until: { $null: true } }, data: { until: new Date().toISOString(), endedBy } });
  }

  return {
    current,
    shownSince,

    /** Whether the lists stand still. Asked inside a transaction of publications, it holds until that ends. */
    async isOn(): Promise<boolean> {
      return (await current()) !== null;
    },

    /**
     * Begins or ends the silence; nothing where it is so already. After its end what was held goes into the log behind
     * whoever asked, and when all of it is there the lists move, once: should the CMS stop before, the next start goes on.
     *
     * @param by the name of the person
     */
    async turn(silent: boolean, by: string): Promise<void> {
      const isOther = await inPublishTransaction(strapi, async () => {
        if (((await current()) !== null) === silent) return false;
        await (silent ? begin(by) : end(by));
        return true;
      });
      if (isOther && !silent) void service('comparison').appendHeld();
    },

    /** The silences that have ended while what they held may lack in the log. */
    async unsettled(): Promise<number[]> {
      const rows: Row[] = await table().findMany({ where: { until: { $notNull: true }, settledAt: { $null: true } } });
      return rows.map(({ id }) => id);
    },

    /** Notes that all that these silences held is in the log, or is held by another one again: the lists move. */
    async settle(ids: number[]): Promise<void> {
      await inPublishTransaction(strapi, async () => {
        await table().updateMany({ where: { id: { $in: ids } }, data: { settledAt: new Date().toISOString() } });
        await service('popular-choices').record('silence');
      });
    },
  };
};
