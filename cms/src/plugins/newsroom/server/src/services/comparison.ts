import type { Core } from '@strapi/strapi';
import { compareDocuments } from '../comparison/compare-documents';
import { compareMetrics } from '../comparison/compare-metrics';
import { compareOutsideLists } from '../comparison/compare-outside-lists';
import { comparePopularChoices } from '../comparison/compare-popular-choices';
import type { Found } from '../comparison/found';
import { documentTypes } from '../documents/act';

/**
 * Compares what is published with the change log, where a hand past the CMS may have changed the database: rows of
 * published versions, or of the log itself. What differs is appended to the log with the act `repair`.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  const silence = () => strapi.plugin('newsroom').service('silence');

  async function compare(): Promise<Found> {
    const found: Found = { compared: 0, mended: [], broken: [] };
    for (const type of documentTypes) await compareDocuments(strapi, type, found, stopping.signal);
    if (!stopping.signal.aborted) await comparePopularChoices(strapi, found);
    await compareMetrics(strapi, found, 'repair', stopping.signal);
    if (!stopping.signal.aborted) await compareOutsideLists(strapi, found, 'repair');
    return found;
  }

  /** What was counted while the popular lists stood still: it came through the CMS, so nobody is told of it. */
  async function appendHeld(): Promise<void> {
    const words = 'What was counted while the popular lists stood still is not all published yet; the next start goes on';
    await orSay(words, appendAllHeld);
  }

  async function appendAllHeld(): Promise<void> {
    const ended: number[] = await silence().unsettled();
    if (ended.length === 0) return;
    const held: Found = { compared: 0, mended: [], broken: [] };
    await compareMetrics(strapi, held, 'import', stopping.signal);
    if (stopping.signal.aborted) return;
    await compareOutsideLists(strapi, held, 'import');
    // One that ended meanwhile held more: whoever ended it waits for its turn here.
    await silence().settle(ended);
  }

  /** One after the other. What fails is told, and nothing hangs on it: the next start begins it anew. */
  function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const done = running.then(work).catch((error: Error) => {
      strapi.log.error(error.message);
      return undefined;
    });
    running = done;
    return done;
  }

  async function report({ mended, broken }: Found): Promise<void> {
    if (!stopping.signal.aborted || mended.length + broken.length > 0) {
      await strapi.plugin('newsroom').service('repairs').keep({ mended, broken });
    }
    if (mended.length > 0) {
      strapi.log.warn(
        `The database was changed past the CMS. What is published now goes to readers, ${mended.length} changes: ${list(mended, ({ went }) => (went ? ' (gone)' : ''))}.`,
      );
    }
    if (broken.length > 0) {
      strapi.log.error(
        `The database was changed past the CMS so that it cannot be published; readers keep what was there before. Mend it in the admin and publish: ${list(broken, ({ why }) => `: ${why}`)}`,
      );
    }
  }

  return {
    /** Compares, mends, reports; one at a time. What cannot be compared is told, and nothing hangs on it. */
    run(): Promise<Found | undefined> {
      return inTurn(async () => {
        await appendHeld();
        return orSay('The change log could not be compared with the content', async () => {
          const found = await compare();
          await report(found);
          return found;
        });
      });
    },

    /** Appends what a silence held that has ended, if it is not in the log yet. */
    appendHeld: (): Promise<void> => inTurn(appendHeld),

    /** When no comparison is under way. */
    async done(): Promise<void> {
      await running;
    },

    /** Ends a comparison that is under way; the next start begins it anew. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
};

/** Does something; an error says first what did not come about. */
async function orSay<T>(words: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${words}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Keys as they are told to an operator, the first ten of them. @example 'event abc (kk) (gone)' */
function list<T extends { type: string; id: string; language: string | null }>(all: T[], more: (one: T) => string): string {
  const names = all
    .slice(0, 10)
    .map((one) => `${one.type} ${one.id}${one.language === null ? '' : ` (${one.language})`}${more(one)}`);
  return `${names.join(', ')}${all.length > names.length ? ` and ${all.length - names.length} more` : ''}`;
}
