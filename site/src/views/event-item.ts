import type { Entry } from '../content/directory-entry.ts';
import type { Text } from '../content/text.ts';
import { type FormattedTime, formatDay } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';

/** An election or referendum as a row of a list. */
export interface EventItem {
  href: string;
  name: Text;
  kind: string;
  phase: string;
  votingDay: FormattedTime;
}

export function eventItem({ language, path, data, texts }: Entry<'event'>): EventItem {
  const words = wordsIn(language);
  return {
    href: path,
    name: texts.name,
    kind: words.eventKinds[data.kind],
    phase: words.eventPhases[data.phase],
    votingDay: formatDay(language, data.votingDay),
  };
}
