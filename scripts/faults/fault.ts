import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../scale/random.ts';
import type { Newsroom } from './newsroom.ts';

/** What is done to whom, and when. */
export interface Fault {
  victim: 'publisher' | "the publisher's child" | 'CMS' | 'both' | 'a second publisher';
  how: 'killed' | 'frozen' | 'frozen for long' | 'races';
  /** A stage of the publisher, by the words in which it tells it; an act of the editor; or whenever it comes. */
  when: { kind: 'stage'; words: string } | { kind: 'act' } | { kind: 'any time' };
}

/** One row of the table. @example "publisher killed: Drawing the pages" */
export function nameOf({ victim, how, when }: Fault): string {
  return `${victim} ${how}: ${when.kind === 'stage' ? when.words : when.kind === 'act' ? 'while an editor acts' : 'at any time'}`;
}

/** All faults, each as often as it weighs. @param stages the publisher's, in its words */
export function faultsAt(stages: readonly string[]): Fault[] {
  const at = (victim: Fault['victim'], how: Fault['how'], when: Fault['when'], weight = 1): Fault[] =>
    Array.from({ length: weight }, () => ({ victim, how, when }));
  return [
    ...stages.flatMap((words) => [
      ...at('publisher', 'killed', { kind: 'stage', words }, 2),
      ...at("the publisher's child", 'killed', { kind: 'stage', words }),
      ...at('publisher', 'frozen', { kind: 'stage', words }),
      ...at('CMS', 'killed', { kind: 'stage', words }),
    ]),
    ...at('CMS', 'killed', { kind: 'act' }, 5),
    ...at('CMS', 'frozen', { kind: 'act' }),
    ...at('publisher', 'killed', { kind: 'any time' }, 4),
    ...at('CMS', 'killed', { kind: 'any time' }),
    ...at('CMS', 'frozen', { kind: 'any time' }),
    ...at('both', 'killed', { kind: 'any time' }, 2),
    ...at('a second publisher', 'races', { kind: 'any time' }, 2),
    ...at('publisher', 'frozen for long', { kind: 'any time' }),
  ];
}

/** Does it; resolves when the programs that were hit are being started again, or go on. @returns whether it hit anything */
export async function strike({ victim, how }: Fault, newsroom: Newsroom, chance: Random): Promise<boolean> {
  const { cms, publisher } = newsroom.programs;
  if (victim === 'a second publisher') return await race(newsroom, chance);
  if (victim === "the publisher's child") return publisher.killChild((pids) => chance.pick(pids));
  if (how === 'frozen for long') return await freezeAndReplace(newsroom);
  if (how === 'frozen') {
    const frozen = victim === 'CMS' ? cms : publisher;
    frozen.freeze();
    await pause(200 + chance.below(3000));
    frozen.thaw();
    return true;
  }
  await Promise.all([...(victim === 'publisher' ? [] : [cms.kill()]), ...(victim === 'CMS' ? [] : [publisher.kill()])]);
  await pause(chance.below(500));
  return true;
}

/** Another publisher does the same at the same time, and is killed in the midst of it, or not. */
async function race(newsroom: Newsroom, chance: Random): Promise<boolean> {
  const second = newsroom.command('scripts/publish/publish-site.ts');
  if (chance.below(2) === 0) await Promise.race([second.ended, pause(1000 + chance.below(5000))]);
  else await Promise.race([second.ended, pause(60_000)]);
  await second.kill();
  return true;
}

/** Frozen until another publisher has taken over, a publisher wakes and must not put its older edition live. */
async function freezeAndReplace(newsroom: Newsroom): Promise<boolean> {
  const { publisher } = newsroom.programs;
  publisher.freeze();
  await pause(11_000);
  const second = newsroom.command('scripts/publish/publish-site.ts');
  await Promise.race([second.ended, pause(90_000)]);
  publisher.thaw();
  return true;
}
