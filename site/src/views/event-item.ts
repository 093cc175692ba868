import type { Language } from '@newsroom/shared/languages';
import { documentPath } from '../content/document-path.ts';
import type { Version } from '../content/snapshot.ts';
import { type FormattedTime, formatDay } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';
import { foreign, type Text } from './page.ts';

/** An election or referendum as a row of a list. */
export interface EventItem {
  href: string;
  name: Text;
  kind: string;
  phase: string;
  votingDay: FormattedTime;
}

/** @param page the language of the page that shows it, which may be another than the event's */
export function eventItem(event: Version<'event'>, page: Language): EventItem {
  const { name, kind, phase, votingDay } = event.data;
  const words = wordsIn(page);
  return {
    href: documentPath(event),
    name: { text: name, lang: foreign(event.language, page) },
    kind: words.eventKinds[kind],
    phase: words.eventPhases[phase],
    votingDay: formatDay(page, votingDay),
  };
}
