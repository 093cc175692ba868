import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inPublishTransaction } from '../documents/publish-lock';
import { changeModel } from '../models/change';
import { firstMark, type LogRow, markOf } from './log-rows';

/** A state of what is published, as readers name it. */
export interface HistoryState {
  epoch: string;
  seq: number;
  mark: string;
}

/** What a reader says it knows. */
export interface KnownState {
  epoch: string;
  seq: number;
  mark?: string | undefined;
}

/** Whether what a reader knows is a state of this history; if not, why it has to begin anew. */
export type Confirmed = { kind: 'same'; newest: HistoryState } | { kind: 'other'; why: string };

/** The history of the change log: which one it is, and whether a reader's is the same. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const store = () => strapi.store({ type: 'plugin', name: 'newsroom' });

  /** The newest row of all, or up to a seq; seqs have gaps where an act was undone. */
  async function newestRow(seq: number | undefined): Promise<LogRow | undefined> {
    const rows = strapi.db.connection(changeModel.tableName).orderBy('id', 'desc');
    return seq === undefined ? rows.first() : rows.where('id', '<=', seq).first();
  }

  async function epoch(): Promise<string> {
    const known = await store().get({ key: 'epoch' });
    if (typeof known === 'string') return known;
    const made = randomUUID();
    await store().set({ key: 'epoch', value: made });
    return made;
  }

  /** The state at a seq, which is the newest of all where none is given. */
  async function state(seq?: number): Promise<HistoryState> {
    const row = await newestRow(seq);
    return { epoch: await epoch(), seq: seq ?? row?.id ?? 0, mark: row === undefined ? firstMark : markOf(row) };
  }

  /** Another history begins here, unless another reader's question has begun it already. */
  async function beginAnew(old: string, why: string): Promise<void> {
    await inPublishTransaction(strapi, async () => {
      if ((await epoch()) !== old) return;
      const value = randomUUID();
      await store().set({ key: 'epoch', value });
      strapi.log.warn(
        `The database was restored from a copy, or its change log was cut: ${why} Its history is named ${value} from here on; whoever reads the feed takes it whole once.`,
      );
    });
  }

  return {
    epoch,
    state,

    /**
     * Compares what a reader knows with the log. Where the reader was given a state that the log does not have, the
     * database was restored from a copy: this is another history then, and gets a name of its own.
     */
    async confirm({ epoch: given, seq, mark }: KnownState): Promise<Confirmed> {
      const newest = await state();
      if (given !== newest.epoch) return { kind: 'other', why: `This history is ${newest.epoch}, not ${given}.` };
      let why: string | undefined;
      if (seq > newest.seq) why = `Change ${seq} was read before, and the log ends with ${newest.seq}.`;
      else if (mark !== undefined && mark !== (seq === newest.seq ? newest : await state(seq)).mark) {
        why = `Change ${seq} was another one when it was read before.`;
      }
      if (why === undefined) return { kind: 'same', newest };
      await beginAnew(given, why);
      return { kind: 'other', why };
    },
  };
};
