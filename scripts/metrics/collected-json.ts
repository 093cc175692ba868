import type { AddressTable } from './addresses/address-table.ts';
import type { Collected } from './collector.ts';

/** What was counted, for other programs: rows by day, document and language, and what was left out. */
export function collectedJson(
  { days, lines, faults, faultCount, unknown, unknownCount, notes }: Collected,
  addresses: AddressTable,
) {
  return {
    rows: days.flatMap(({ day, rows }) =>
      rows.map(({ document, language, views, comments, reactions }) => ({
        day,
        /** Null: readers do not find it any more. */
        address: addresses.page(document, language)?.address ?? null,
        document,
        language,
        views,
        comments,
        reactions,
      })),
    ),
    leftOut: days.map(({ day, leftOut }) => ({ day, ...leftOut })),
    spikes: days.flatMap(({ day, spikes }) => spikes.map((spike) => ({ day, ...spike }))),
    unknown,
    unknownCount,
    lines,
    faults,
    faultCount,
    notes,
  };
}
