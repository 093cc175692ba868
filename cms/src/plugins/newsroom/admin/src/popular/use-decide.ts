import type { ChoicesRequest, SavedSettingsRequest } from '@newsroom/shared/popular-desk';
import { FetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useSay, type Word } from '../publishing/say';

/**
 * What a person decides about the popular lists. Each answers why it was not taken; undefined: it was. None throws. When
 * they answer, the page knows what is decided since, so that the next decision is based on it.
 */
export interface Decide {
  choose(choices: ChoicesRequest): Promise<string | undefined>;
  set(settings: SavedSettingsRequest): Promise<string | undefined>;
  silence(silent: boolean): Promise<string | undefined>;
}

/** @param refresh asks what is decided: when the CMS has answered, whatever it said */
export function useDecide(refresh: () => Promise<void>): Decide {
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const say = useSay();

  async function send(what: string, body: object, done: Word): Promise<string | undefined> {
    try {
      await put(`/newsroom/popular/${what}`, body);
    } catch (error) {
      await refresh();
      return say('newsroom.popular.done.failed', { why: reason(error) });
    }
    await refresh();
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
