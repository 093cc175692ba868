import type { VersionKey } from '@newsroom/shared/document-fault';
import type { Edition } from '@newsroom/shared/edition';
import type { EditionsView, Run } from '@newsroom/shared/editions-view';
import type { RunState } from '@newsroom/shared/publisher-report';
import type { Core } from '@strapi/strapi';
import { targetOf } from '../desk/call';
import type { DeskState } from '../desk/desk-state';
import type { DeskSettings } from '../desk/settings';
import type { Observation } from '../desk/shown-version';
import { type DeskKnowledge, obstacleOf } from '../desk/standing-of';
import { changeModel } from '../models/change';
import type { ChangeLines } from './change-lines';
import type { KnownRun } from './runs';
import type { SeenEdition } from './seen-editions';

/** How many pages of brought changes are remembered: what stands between two seqs of a history stays as it is. */
const remembered = 200;

/** What the page "Editions" shows. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (name: string) => strapi.plugin('newsroom').service(name);
  const known = new Map<string, ChangeLines>();

  async function brought(epoch: string, from: number, to: number): Promise<ChangeLines> {
    const place = `${epoch} ${from} ${to}`;
    const found = known.get(place) ?? ((await service('change-lines').between(from, to, 'newest')) as ChangeLines);
    known.set(place, found);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return found;
  }

  async function waiting(desk: DeskKnowledge, head: number): Promise<EditionsView['waiting']> {
    const last = desk.observations.at(-1);
    const from = last?.epoch === desk.epoch ? last.seq : 0;
    if (from >= head) return { count: 0, versions: [], since: null, obstacle: null };
    const { count, lines }: ChangeLines = await service('change-lines').between(from, head, 'oldest');
    const oldest = await strapi.db.query(changeModel.uid).findOne({ where: { id: { $gt: from } }, orderBy: { id: 'asc' } });
    const state = { seq: oldest.id, at: new Date(oldest.at).toISOString(), published: oldest.data !== null };
    return { count, versions: lines, since: state.at, obstacle: obstacleOf(state, desk) };
  }

  async function titled<T extends VersionKey>(versions: T[], seqOf: (version: T) => number): Promise<(T & { title: string })[]> {
    const named: (T & { title: string })[] = [];
    for (const version of versions) {
      named.push({ ...version, title: await service('titles').at(version, seqOf(version)) });
    }
    return named;
  }

  async function toldState(state: RunState): Promise<RunState> {
    if (state.kind !== 'deployed' || state.edition.paused === null) return state;
    return { ...state, edition: { ...state.edition, paused: await service('orders').pauseOf(state.edition) } };
  }

  /** @param before the runs before this one, newest first */
  async function shownRun(known: KnownRun, before: KnownRun[], desk: DeskKnowledge): Promise<Run> {
    const { report, heardAt, lost } = known;
    const { run, publisher, startedAt, state, durations } = report;
    const making = state.kind === 'deployed' ? state.edition : report.making;
    const isOurs = making !== null && making.epoch === desk.epoch && state.kind !== 'nothing';
    const { count, lines } = isOurs
      ? await brought(desk.epoch, liveBefore(before, desk.epoch), making.seq)
      : { count: 0, lines: [] };
    const seen = state.kind === 'deployed' ? desk.observations.findLast((one) => isSameEdition(one, state.edition)) : undefined;
    return {
      run,
      publisher,
      startedAt,
      heardAt,
      state: lost ? { kind: 'lost' } : await toldState(state),
      durations,
      brought: lines,
      broughtCount: count,
      held: await titled(report.held, ({ seq }) => seq),
      warnings: await titled(report.warnings, () => making?.seq ?? 0),
      provenAt: seen?.seenAt ?? null,
      kept: false,
    };
  }

  return {
    async view(mayOrder: boolean): Promise<EditionsView> {
      const desk: DeskKnowledge = await service('desk').knowledge();
      const { call }: DeskState = await service('desk').state();
      const settings: DeskSettings = service('desk').settings();
      const live: SeenEdition | undefined = await service('seen-editions').last();
      const head: number = await service('changes').head();
      const kept: number[] = await service('runs').kept();
      const runs: Run[] = [];
      for (const [index, run] of desk.runs.entries()) {
        const one = await shownRun(run, desk.runs.slice(index + 1), desk);
        runs.push({ ...one, kept: one.state.kind === 'deployed' && kept.includes(one.state.edition.generation) });
      }
      return {
        live: live === undefined ? null : { edition: { ...live.edition, paused: desk.pause }, seenAt: live.seenAt },
        problem: desk.site.problem,
        site: settings.site,
        wanted: { epoch: desk.epoch, seq: head },
        waiting: await waiting(desk, head),
        caller: {
          kind: settings.caller.kind,
          target: targetOf(settings.caller),
          lastCall: call === null ? null : { at: call.at, error: call.error },
        },
        orders: await service('orders').pending(),
        repair: await service('repairs').toTell(),
        publisherHeardAt: desk.heardAt,
        mayOrder,
        runs,
      };
    },
  };
};

function isSameEdition(one: Observation, { epoch, generation, seq }: Edition): boolean {
  return one.epoch === epoch && one.generation === generation && one.seq === seq;
}

/** The seq of the edition that was live before a run; 0: none of this history. */
function liveBefore(before: KnownRun[], epoch: string): number {
  for (const { report } of before) {
    if (report.state.kind === 'deployed') return report.state.edition.epoch === epoch ? report.state.edition.seq : 0;
  }
  return 0;
}
