import { setTimeout as pause } from 'node:timers/promises';
import type { Edition } from '@newsroom/shared/edition';
import type { Random } from '../scale/random.ts';
import type { Editor } from './editor.ts';
import type { Findings } from './findings.ts';
import type { Newsroom } from './newsroom.ts';
import { waitForQuiet } from './quiet.ts';

/** Lets the editor do so much while nothing is killed, so that every act has to get an answer. @param tally hears each */
export async function actInPeace(
  acts: number,
  { editor, chance, findings, tally }: { editor: Editor; chance: Random; findings: Findings; tally: (told: string) => void },
): Promise<void> {
  for (let number = 1; number <= acts; number += 1) {
    const { act, answer, why } = await editor.doSomething();
    tally(`${act}: ${answer}`);
    if (answer === 'lost') findings.add('unanswered', `${act}: ${why}`);
    if (number % 20 === 0) console.log(`· ${number}/${acts} acts`);
    await pause(chance.below(500));
  }
}

/** Has the editor mend what the live edition holds, until it holds nothing. @returns the live edition, where it came to that */
export async function mendAllHeld(newsroom: Newsroom, editor: Editor, findings: Findings): Promise<Edition | undefined> {
  for (;;) {
    const live = await waitForQuiet(newsroom, editor.expectations, findings);
    if (live === undefined || live.held.length === 0) return live;
    for (const { id, language } of live.held) {
      const { answer, why } = await editor.mend(id, String(language));
      if (answer === 'done') continue;
      findings.add('unanswered', `mending ${id} (${language}): ${why}`);
      return undefined;
    }
  }
}
