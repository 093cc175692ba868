import { describe, expect, test } from 'vitest';
import type { AccreditationStage } from '../languages/kinds.ts';
import { type AccreditationRow, accreditedIn, development, standings } from './accreditation-figures.ts';

function delegation(id: string, asOf: string, observers: number, stage: AccreditationStage = 'accredited'): AccreditationRow {
  return { delegation: id, observerOrganisation: null, observers, stage, asOf };
}

function organisation(id: string, asOf: string, observers: number, stage: AccreditationStage = 'accredited'): AccreditationRow {
  return { delegation: null, observerOrganisation: id, observers, stage, asOf };
}

describe('figures of a vote', () => {
  test('hold from their day on until the same participant has newer ones', () => {
    const rows = [
      delegation('turkiye', '2022-05-20', 4),
      organisation('osce', '2022-05-23', 100),
      delegation('turkiye', '2022-05-30', 9),
    ];
    expect(development(rows)).toEqual([
      { day: '2022-05-20', accredited: 4 },
      { day: '2022-05-23', accredited: 104 },
      { day: '2022-05-30', accredited: 109 },
    ]);
  });

  test('count nobody who only applied, was refused or withdrew', () => {
    const rows = [
      delegation('applied', '2022-05-20', 7, 'applied'),
      delegation('refused', '2022-05-20', 5, 'refused'),
      delegation('stays', '2022-05-20', 2),
      delegation('leaves', '2022-05-20', 3),
      delegation('leaves', '2022-05-25', 3, 'withdrawn'),
      delegation('applied', '2022-05-28', 6),
    ];
    expect(development(rows).map(({ accredited }) => accredited)).toEqual([5, 2, 8]);
    expect(accreditedIn(standings(rows))).toBe(8);
  });

  test('may have several stages on one day, which hold together', () => {
    const rows = [
      organisation('cis', '2022-05-20', 90, 'applied'),
      organisation('cis', '2022-05-25', 80),
      organisation('cis', '2022-05-25', 10, 'refused'),
    ];
    expect(standings(rows)).toEqual([
      {
        participant: { type: 'observer-organisation', id: 'cis' },
        asOf: '2022-05-25',
        observers: { accredited: 80, refused: 10 },
      },
    ]);
  });

  test('are the same whatever the order of the rows', () => {
    const rows = [delegation('one', '2022-05-20', 4), delegation('one', '2022-05-30', 9), delegation('two', '2022-05-25', 1)];
    expect(development(rows.toReversed())).toEqual(development(rows));
  });

  test('are none where there are none', () => {
    expect(development([])).toEqual([]);
    expect(standings([])).toEqual([]);
  });
});
