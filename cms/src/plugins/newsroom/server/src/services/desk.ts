import type { Core } from '@strapi/strapi';
import type { DeskKnowledge } from '../desk/standing-of';
import { leaseModel } from '../models/lease';

/** What the process at work remembers, so that another can go on where it stopped. */
interface DeskState {
  site: { problem: string | null; readAt: string | null };
  lastCall: { at: string; error: string | null } | null;
}

const nothingYet: DeskState = { site: { problem: null, readAt: null }, lastCall: null };

/** The desk: looks after what is published until readers have it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = strapi.plugin('newsroom');

  async function state(): Promise<DeskState> {
    const row = await strapi.db.query(leaseModel.uid).findOne({ where: { name: 'desk' }, select: ['state'] });
    return { ...nothingYet, ...JSON.parse(row?.state ?? '{}') };
  }

  return {
    state,

    /** All that standings are made from. */
    async knowledge(): Promise<DeskKnowledge> {
      const last = await plugin.service('seen-editions').last();
      return {
        now: new Date().toISOString(),
        epoch: (await plugin.service('history').state()).epoch,
        observations: await plugin.service('seen-editions').observations(),
        pause: last?.edition.paused ?? null,
        site: (await state()).site,
        runs: await plugin.service('runs').newest(30),
      };
    },
  };
};
