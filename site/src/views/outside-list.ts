import type { Language } from '@newsroom/shared/languages';
import type { OutsideList } from '@newsroom/shared/outside-list';
import { formatInstant } from '../languages/dates.ts';
import { languageName } from '../languages/language-names.ts';
import { formatNumber } from '../languages/numbers.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';

/** A popular list of somebody else, as it came: its order and its numbers are theirs. */
export interface OutsideListView {
  source: string;
  /** That it was not computed here, and when it was captured. */
  lead: string;
  /** In which language its titles are, where that is known and not the page's. */
  titles: string | undefined;
  /** The language to mark the titles with. */
  lang: Language | undefined;
  rows: { rank: string; title: string; views: string; comments: string; reactions: string }[];
}

export function outsideListView(list: OutsideList, page: Language): OutsideListView {
  const { outsideLead, outsideLanguage } = wordsIn(page);
  const lang = list.language === null || list.language === page ? undefined : list.language;
  const number = (count: number) => formatNumber(page, count);
  return {
    source: list.source,
    lead: fill(outsideLead, { time: formatInstant(page, list.capturedAt).text }),
    titles: lang === undefined ? undefined : fill(outsideLanguage, { language: languageName(page, lang) }),
    lang,
    rows: list.rows.map(({ rank, title, views, comments, reactions }) => ({
      rank: number(rank),
      title,
      views: number(views),
      comments: number(comments),
      reactions: number(reactions),
    })),
  };
}
