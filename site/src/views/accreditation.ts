import { accreditationStages } from '@newsroom/shared/accreditation';
import { describeLanguage, type Language } from '@newsroom/shared/languages';
import type { Snapshot } from '../content/snapshot.ts';
import { type FormattedTime, formatDay } from '../languages/dates.ts';
import { formatCount, formatNumber } from '../languages/numbers.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import {
  type AccreditationRow,
  type AccreditedOnDay,
  accreditedIn,
  development,
  type Participant,
  type Standing,
  standings,
} from './accreditation-figures.ts';
import { delegationItem } from './delegation-item.ts';
import { newest } from './newest.ts';
import { organisationItem } from './organisation-item.ts';
import type { StandingRow } from './standing-row.ts';
import { type StepChart, stepChart } from './step-chart.ts';

/** Who sends how many observers to a vote, in numbers, as a table, and over time. */
export interface AccreditationView {
  accredited: string;
  /** The participants with accredited observers: `18 delegations, 6 organisations`. */
  from: string;
  figuresOf: string;
  /** The stages of which there are figures, as the table's columns. */
  stages: string[];
  participants: StandingRow[];
  /** The sums of the stages' columns. */
  totals: string[];
  /** Undefined where there are figures of one day only. */
  development: DevelopmentView | undefined;
}

export interface DevelopmentView {
  chart: StepChart;
  /** What stands beside the chart's marks across, and below its ends. */
  marks: string[];
  ends: [string, string];
  days: { day: FormattedTime; accredited: string }[];
}

/** The figures of a vote's accreditation on a page in a language; undefined without any. */
export function accreditationView(
  snapshot: Snapshot,
  rows: readonly AccreditationRow[],
  language: Language,
): AccreditationView | undefined {
  const all = standings(rows);
  if (all.length === 0) return undefined;
  const stages = accreditationStages.filter((stage) => all.some(({ observers }) => observers[stage] !== undefined));
  const number = (count: number) => formatNumber(language, count);
  const sum = (stage: (typeof stages)[number]) => all.reduce((total, { observers }) => total + (observers[stage] ?? 0), 0);
  return {
    accredited: number(accreditedIn(all)),
    from: participantsInWords(language, all),
    figuresOf: fill(wordsIn(language).figuresOf, { day: formatDay(language, newest(all.map(({ asOf }) => asOf)) ?? '').text }),
    stages: stages.map((stage) => wordsIn(language).accreditationStages[stage]),
    participants: inAlphabeticalOrder(
      language,
      all.flatMap((standing) => {
        const named = nameOf(snapshot, standing.participant, language);
        if (named === undefined) return [];
        const observers = stages.map((stage) => standing.observers[stage]);
        const texts = observers.map((count) => (count === undefined ? '' : number(count)));
        return [{ ...named, observers: texts, asOf: formatDay(language, standing.asOf) }];
      }),
      ({ name }) => name.text,
    ),
    totals: stages.map((stage) => number(sum(stage))),
    development: developmentView(language, development(rows)),
  };
}

/** The number of observers accredited for an event, in a language's words; undefined while nobody is. */
export function accreditedInWords(rows: readonly AccreditationRow[], language: Language): string | undefined {
  const accredited = accreditedIn(standings(rows));
  return accredited === 0 ? undefined : formatCount(language, wordsIn(language).observers, accredited);
}

function participantsInWords(language: Language, all: readonly Standing[]): string {
  const accredited = all.filter(({ observers }) => (observers.accredited ?? 0) > 0);
  const count = (type: Participant['type']) => accredited.filter(({ participant }) => participant.type === type).length;
  const { delegationCount, organisationCount } = wordsIn(language);
  const parts = [
    { plural: delegationCount, number: count('delegation') },
    { plural: organisationCount, number: count('observer-organisation') },
  ];
  return parts
    .filter(({ number }) => number > 0)
    .map(({ plural, number }) => formatCount(language, plural, number))
    .join(', ');
}

/** A delegation is called by its country, an organisation by its name; nothing for what is not in the directory. */
function nameOf(
  snapshot: Snapshot,
  { type, id }: Participant,
  language: Language,
): Pick<StandingRow, 'name' | 'href'> | undefined {
  if (type === 'delegation') {
    const delegation = snapshot.entry(type, id, language);
    if (delegation === undefined) return undefined;
    const { country, href } = delegationItem(delegation);
    return { name: { text: country, lang: undefined }, href };
  }
  const organisation = snapshot.entry(type, id, language);
  if (organisation === undefined) return undefined;
  const { fullName, href } = organisationItem(organisation);
  return { name: fullName, href };
}

function developmentView(language: Language, days: readonly AccreditedOnDay[]): DevelopmentView | undefined {
  const [first, last] = [days[0], days.at(-1)];
  if (days.length < 2 || first === undefined || last === undefined) return undefined;
  const mirrored = describeLanguage(language).direction === 'rtl';
  const chart = stepChart(
    days.map(({ day, accredited }) => ({ day, value: accredited })),
    mirrored,
  );
  return {
    chart,
    marks: chart.marks.map(({ value }) => formatNumber(language, value)),
    ends: [formatDay(language, first.day).text, formatDay(language, last.day).text],
    days: days.map(({ day, accredited }) => ({
      day: formatDay(language, day),
      accredited: formatNumber(language, accredited),
    })),
  };
}
