import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Edition } from '@newsroom/shared/edition';
import type { Core } from '@strapi/strapi';
import { type DeskState, nothingYet } from '../desk/desk-state';
import { type DeskFacts, takeDuty } from '../desk/duty';
import { type DeskSettings, type DeskTexts, readDeskSettings } from '../desk/settings';
import type { DeskKnowledge } from '../desk/standing-of';
import { leaseModel } from '../models/lease';

const lease = 'desk';

/** In milliseconds: how long the duty lasts without being taken again, how often it is, and how often one looks. */
const [leaseTime, leaseEvery, lookEvery] = [10_000, 3000, 500];

/** The work belongs to no request and to no transaction, whoever made it begin. */
const outside = AsyncLocalStorage.snapshot();

/** The desk: looks after what is published until readers have it. One of several processes works at it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (name: string) => strapi.plugin('newsroom').service(name);
  const holder = randomUUID();
  const warn = (text: string) => strapi.log.warn(text);
  let stopping: AbortController | undefined;
  let working: Promise<void> | undefined;

  const settings = (): DeskSettings => readDeskSettings(strapi.plugin('newsroom').config('desk') as DeskTexts);

  async function state(): Promise<DeskState> {
    const row = await strapi.db.query(leaseModel.uid).findOne({ where: { name: lease }, select: ['state'] });
    return { ...nothingYet, ...JSON.parse(row?.state ?? '{}') };
  }

  async function facts(): Promise<DeskFacts> {
    const [epoch, seq, order, last, heard] = [
      await service('history').epoch(),
      await service('changes').head(),
      await service('orders').newest(),
      await service('seen-editions').last(),
      await service('runs').lastHeard(),
    ];
    // An order that made no edition does not show on the site: there the word of the publisher counts.
    const handled = await service('orders').handled();
    const seen = last && { ...last.edition, order: Math.max(last.edition.order, handled) };
    return { wanted: { epoch, seq, order }, seen, isWorking: heard.isWorking, heardAt: heard.at };
  }

  async function note(edition: Edition): Promise<void> {
    let isNew = false;
    await asHolder(async () => {
      isNew = await service('seen-editions').note(edition);
    });
    // A site that is ahead of this database tells that it was restored from a copy: also where no publisher asks.
    const { epoch, seq, mark } = edition;
    if (isNew && epoch === (await service('history').epoch())) await service('history').confirm({ epoch, seq, mark });
  }

  const duty = async () =>
    takeDuty({
      settings: settings(),
      remembered: await state(),
      facts,
      warn,
      note,
      remember: (known) =>
        asHolder(() =>
          strapi.db.query(leaseModel.uid).updateMany({ where: { name: lease }, data: { state: JSON.stringify(known) } }),
        ),
    });

  async function asHolder(work: () => Promise<unknown>): Promise<void> {
    await service('leases').asHolder(lease, holder, work);
  }

  async function work(signal: AbortSignal): Promise<void> {
    let mine: Awaited<ReturnType<typeof duty>> | undefined;
    let takenAt = Number.NEGATIVE_INFINITY;
    let told: string | undefined;
    while (!signal.aborted) {
      try {
        if (performance.now() - takenAt >= leaseEvery) {
          takenAt = performance.now();
          const isMine = await service('leases').take(lease, holder, leaseTime);
          if (!isMine) await mine?.end();
          mine = isMine ? (mine ?? (await duty())) : undefined;
        }
        await mine?.look();
        told = undefined;
      } catch (error) {
        // A database that does not answer for a moment is asked again; it is told once.
        const text = `The desk could not look after what is published: ${(error as Error).message}`;
        if (text !== told) strapi.log.error(text);
        told = text;
      }
      await pause(lookEvery, signal);
    }
    await mine?.end();
    await service('leases').release(lease, holder);
  }

  return {
    settings,
    state,

    /** Begins to work, as far as no other process does. */
    start(): void {
      if (working !== undefined) return;
      const controller = new AbortController();
      stopping = controller;
      working = outside(() => work(controller.signal)).catch((error: Error) => {
        warn(`The desk did not end well: ${error.message}`);
      });
    },

    /** Ends the work, so that another process takes it up at once. */
    async stop(): Promise<void> {
      stopping?.abort();
      await working;
      working = undefined;
    },

    /** All that standings are made from. */
    async knowledge(): Promise<DeskKnowledge> {
      const last = await service('seen-editions').last();
      const heard = await service('runs').lastHeard();
      return {
        now: new Date().toISOString(),
        epoch: await service('history').epoch(),
        observations: await service('seen-editions').observations(),
        pause: last === undefined ? null : await service('orders').pauseOf(last.edition),
        site: (await state()).site,
        runs: await service('runs').newest(),
        heardAt: heard.at === 0 ? null : new Date(heard.at).toISOString(),
      };
    },
  };
};

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
