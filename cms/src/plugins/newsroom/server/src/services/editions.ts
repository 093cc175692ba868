import type { EditionsView, Run } from '@newsroom/shared/editions-view';
import type { Core } from '@strapi/strapi';
import { changeModel } from '../models/change';
import type { HistoryState } from './history';
import type { KnownRun } from './runs';

/** How many runs are shown. */
const shown = 30;

/** What the page "Editions" shows. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = strapi.plugin('newsroom');

  /** How many versions have changes after a seq. */
  async function changedAfter(seq: number): Promise<number> {
    const log = strapi.db.connection;
    const keys = log(changeModel.tableName).where('id', '>', seq).distinct('type', 'document', 'language').as('keys');
    const [row] = await log(keys as never).count({ count: '*' });
    return Number(row?.count ?? 0);
  }

  return {
    async view(mayOrder: boolean): Promise<EditionsView> {
      const { epoch, seq } = (await plugin.service('history').state()) as HistoryState;
      const live = await plugin.service('seen-editions').last();
      const desk = await plugin.service('desk').state();
      const runs: KnownRun[] = await plugin.service('runs').newest(shown);
      return {
        live: live === undefined ? null : { edition: live.edition, seenAt: live.seenAt },
        problem: desk.site.problem,
        site: plugin.config('desk.site'),
        wanted: { epoch, seq },
        waiting: {
          count: await changedAfter(live?.edition.epoch === epoch ? live.edition.seq : 0),
          versions: [],
          since: null,
          obstacle: null,
        },
        caller: { kind: 'none', target: null, lastCall: desk.lastCall },
        publisherHeardAt:
          runs
            .map(({ heardAt }) => heardAt)
            .sort()
            .at(-1) ?? null,
        mayOrder,
        runs: runs.map(shownRun),
      };
    },
  };
};

function shownRun({ report, heardAt, lost }: KnownRun): Run {
  const { run, publisher, startedAt, state, durations, held, warnings } = report;
  return {
    run,
    publisher,
    startedAt,
    heardAt,
    state: lost ? { kind: 'lost' } : state,
    durations,
    brought: [],
    broughtCount: 0,
    held: held.map((one) => ({ ...one, title: '' })),
    warnings: warnings.map((one) => ({ ...one, title: '' })),
    provenAt: null,
    kept: false,
  };
}
