import type { Edition } from '@newsroom/shared/edition';
import type { Wanted } from './call';
import { createCallings } from './callings';
import type { DeskState } from './desk-state';
import type { DeskSettings } from './settings';
import { watchSite } from './site-watch';

/** What the database says at one moment. */
export interface DeskFacts {
  wanted: Wanted;
  /** What the site was seen to be last, with the newest order that is done with. */
  seen: Edition | undefined;
  /** A run is at work. */
  isWorking: boolean;
  /** When a publisher was heard from last, in milliseconds since 1970; 0: never. */
  heardAt: number;
}

interface Surroundings {
  settings: DeskSettings;
  remembered: DeskState;
  facts(): Promise<DeskFacts>;
  /** Both do nothing where another process has the duty by now. */
  note(edition: Edition): Promise<void>;
  remember(state: DeskState): Promise<void>;
  warn(text: string): void;
}

/** What one of the processes does from the moment in which it takes the lease. */
export function takeDuty({ settings, remembered, facts, note, remember, warn }: Surroundings) {
  const ending = new AbortController();
  let state = remembered;
  const part = <K extends keyof DeskState>(name: K) => ({
    remembered: state[name],
    remember: (changed: DeskState[K]) => {
      state = { ...state, [name]: changed };
      return remember(state);
    },
  });
  const common = { now: () => performance.now(), warn, signal: ending.signal };
  const site = watchSite({ edition: settings.edition, note, ...part('site'), ...common });
  const callings = createCallings({ settings, ...part('call'), ...common });

  return {
    /** Looks once, and begins what is due; waits for nothing but the database. */
    async look(): Promise<void> {
      const { wanted, seen, isWorking, heardAt } = await facts();
      const isLive = seen?.epoch === wanted.epoch && seen.seq >= wanted.seq && seen.order >= wanted.order;
      site.look({ isAwaited: isWorking || !isLive, news: [...Object.values(wanted), heardAt].join(' ') });
      callings.look(wanted, seen);
    },

    /** Breaks off what is under way. */
    async end(): Promise<void> {
      ending.abort();
      await Promise.all([site.end(), callings.end()]);
    },
  };
}
