import { officeTimeZone } from '@newsroom/shared/local-time';
import { readershipIndexPath } from '@newsroom/shared/permalink';
import type { ReadershipIndex } from '@newsroom/shared/readership';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, plainFile } from './page.ts';

export function readershipIndexPages(): Page[] {
  return [plainFile('readership', readershipIndexPath)];
}

/** What else there is for those who count readers, or compute the lists again. */
export function readershipIndex(snapshot: Snapshot): ReadershipIndex {
  return {
    readership: 'newsroom',
    version: 1,
    timeZone: officeTimeZone,
    months: snapshot.addressMonths(),
    days: snapshot.daysCounted(),
  };
}
