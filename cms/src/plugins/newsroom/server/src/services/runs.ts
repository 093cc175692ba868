import type { PublisherReport } from '@newsroom/shared/publisher-report';
import type { Core } from '@strapi/strapi';
import { runModel } from '../models/run';

/** How many runs are remembered. */
const remembered = 200;

/** A run that was not heard of for so long, in milliseconds, and had not ended, is taken for lost. */
const lostAfter = 60_000;

/** A run as the desk knows it; times are instants by the CMS's own clock. */
export interface KnownRun {
  report: PublisherReport;
  begunAt: string;
  heardAt: string;
  /** It had not ended when it was heard of last, which is too long ago. */
  lost: boolean;
}

interface Row {
  id: number;
  report: string;
  begunAt: string | number | Date;
  heardAt: string | number | Date;
}

/** What publishers tell of their runs. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(runModel.uid);

  return {
    /** Takes a report; a run that has ended stays as it ended, whatever comes late. */
    async take(report: PublisherReport): Promise<void> {
      const { state, run } = report;
      const now = new Date();
      const known = await table().findOne({ where: { run }, select: ['id', 'kind'] });
      const data = {
        kind: state.kind,
        generation: state.kind === 'deployed' ? state.edition.generation : null,
        heardAt: now,
        report: JSON.stringify(report),
      };
      if (known === null) await table().create({ data: { run, begunAt: now, ...data } });
      else await table().updateMany({ where: { run, kind: 'working' }, data });
      if (known === null) await forgetOld();
    },

    /** The newest runs, newest first. */
    async newest(count: number): Promise<KnownRun[]> {
      const rows: Row[] = await table().findMany({ orderBy: { id: 'desc' }, limit: count });
      return rows.map(knownRun);
    },
  };

  async function forgetOld(): Promise<void> {
    const [oldest] = await table().findMany({ orderBy: { id: 'desc' }, offset: remembered, limit: 1, select: ['id'] });
    if (oldest !== undefined) await table().deleteMany({ where: { id: { $lte: oldest.id } } });
  }
};

function knownRun({ report, begunAt, heardAt }: Row): KnownRun {
  const told = JSON.parse(report) as PublisherReport;
  const heard = new Date(heardAt);
  return {
    report: told,
    begunAt: new Date(begunAt).toISOString(),
    heardAt: heard.toISOString(),
    lost: told.state.kind === 'working' && Date.now() - heard.getTime() > lostAfter,
  };
}
