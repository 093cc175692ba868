import type { Text } from '../content/text.ts';
import type { FormattedTime } from '../languages/dates.ts';

/** How many observers somebody has for a vote, in the row of a table. */
export interface StandingRow {
  name: Text;
  href: string;
  /** One for each stage that is a column, by the newest day of its figures; empty where there are none of it. */
  observers: string[];
  asOf: FormattedTime;
}
