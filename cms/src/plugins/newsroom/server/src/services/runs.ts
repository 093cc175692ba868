import type { PublisherReport } from '@newsroom/shared/publisher-report';
import type { Core } from '@strapi/strapi';
import { runModel } from '../models/run';

/** How many runs are remembered. */
const remembered = 200;

/** How many of them people look at. */
const shown = 30;

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
  kind: string;
  report: string;
  begunAt: string | number | Date;
  heardAt: string | number | Date;
}

/** What publishers tell of their runs. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(runModel.uid);

  return {
    /** Takes a report, also several of one run at once; a run that has ended stays as it ended, whatever comes late. */
    async take(report: PublisherReport): Promise<void> {
      const { state, run } = report;
      const now = new Date();
      const data = {
        kind: state.kind,
        generation: state.kind === 'deployed' ? state.edition.generation : null,
        heardAt: now,
        report: JSON.stringify(report),
      };
      // Whoever comes first makes the row; the database alone knows who that is.
      const row = { run, begunAt: now, ...data };
      await strapi.db.queryBuilder(runModel.uid).insert(row).onConflict('run').ignore().execute();
      await table().updateMany({ where: { run, kind: 'working' }, data });
      await forgetOld(run, state.kind);
    },

    /** When a publisher was heard from last, in milliseconds since 1970 (0: never), and whether it is at work. */
    async lastHeard(): Promise<{ at: number; isWorking: boolean }> {
      const row = await table().findOne({ orderBy: { heardAt: 'desc' }, select: ['kind', 'heardAt'] });
      const at = row === null ? 0 : new Date(row.heardAt).getTime();
      return { at, isWorking: row?.kind === 'working' && Date.now() - at < lostAfter };
    },

    /** The newest runs, newest first; the last is the newest that deployed, if it is older than all others. */
    async newest(): Promise<KnownRun[]> {
      const rows: Row[] = await table().findMany({ orderBy: { id: 'desc' }, limit: shown });
      const last = rows.at(-1)?.id ?? 0;
      if (!rows.some(({ kind }) => kind === 'deployed')) {
        const where = { kind: 'deployed', id: { $lt: last } };
        rows.push(...(await table().findMany({ where, orderBy: { id: 'desc' }, limit: 1 })));
      }
      return rows.map(knownRun);
    },

    /** The generations that can be brought back, as a publisher said last. */
    async kept(): Promise<number[]> {
      return (await this.newest()).find(({ report }) => report.kept.length > 0)?.report.kept ?? [];
    },
  };

  /** Of runs that found nothing to do the last is enough; the newest that deployed is kept whatever came after. */
  async function forgetOld(run: string, kind: string): Promise<void> {
    if (kind === 'nothing') await table().deleteMany({ where: { kind, run: { $ne: run } } });
    const [oldest] = await table().findMany({ orderBy: { id: 'desc' }, offset: remembered, limit: 1, select: ['id'] });
    if (oldest === undefined) return;
    const deployed = await table().findOne({ where: { kind: 'deployed' }, orderBy: { id: 'desc' }, select: ['id'] });
    await table().deleteMany({ where: { id: { $lte: oldest.id, $ne: deployed?.id ?? 0 } } });
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
