import type { ChoicesRequest } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { FetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useSay, type Word } from '../publishing/say';

/** What a person decides about the popular lists. Each answers why it was not taken; undefined: it was. None throws. */
export interface Decide {
  choose(choices: ChoicesRequest): Promise<string | undefined>;
  set(settings: PopularSettings): Promise<string | undefined>;
  silence(silent: boolean): Promise<string | undefined>;
}

/** @param onDecided called when the CMS has answered, whatever it said */
export function useDecide(onDecided: () => void): Decide {
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useSay();

  async function send(what: string, body: object, done: Word): Promise<string | undefined> {
    try {
      await put(`/newsroom/popular/${what}`, body);
    } catch (error) {
      return say('newsroom.popular.done.failed', { why: reason(error) });
    } finally {
      onDecided();
    }
    toggleNotification({ type: 'success', message: say(done) });
    return undefined;
  }

  function reason(error: unknown): string {
    if (!(error instanceof FetchError) || error.status === undefined) return say('newsroom.order.unreachable');
    if (error.status === 403) return say('newsroom.popular.done.forbidden');
    return error.status >= 500 ? say('newsroom.order.broken') : error.message;
  }

  return {
    choose: (choices) => send('choices', choices, 'newsroom.popular.done.choices'),
    set: (settings) => send('settings', settings, 'newsroom.popular.done.settings'),
    silence: (silent) => send('silence', { silent }, silent ? 'newsroom.popular.done.silent' : 'newsroom.popular.done.moving'),
  };
}
