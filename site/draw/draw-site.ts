import type { VersionKey } from '@newsroom/shared/document-fault';
import type { DeadLink } from '../src/views/dead-links.ts';
import type { Page } from '../src/views/page.ts';
import type { AccountLine } from './account.ts';
import { drawEdition } from './draw-edition.ts';
import { drawFault } from './draw-one.ts';
import { Ledger } from './ledger.ts';

/** After how many pages progress is told. */
const stride = 500;

export interface DrawOrder {
  /** The folder of the compiled application. */
  server: string;
  snapshot: string;
  out: string;
  progress: (done: number, all: number) => void;
  warn: (warning: string) => void;
  /** Files of the compiled site that go to readers as they are, relative to it. */
  clientFiles?: readonly string[];
  /** What is made of the pages while they are drawn. */
  beside?: (pages: readonly Page[]) => Promise<void>;
  /** Is told all of the drawing. */
  record?: (line: AccountLine) => void;
}

/**
 * Draws a whole site into a folder, for those who make no editions: as one that goes on from nothing, and is not gone on
 * from.
 *
 * @returns the pages, by path
 * @throws DrawFault where there is no content, or a page cannot be drawn: the first one, with its path and the cause
 */
export async function drawSite(order: DrawOrder): Promise<Page[]> {
  const { server, snapshot, out, progress, warn, clientFiles = [], beside, record } = order;
  const ledger = new Ledger(':memory:');
  try {
    await drawEdition({
      ...{ server, snapshot, ledger, out },
      code: '',
      whole: true,
      goesOn: false,
      clientFiles,
      ...(beside === undefined ? {} : { beside }),
      progress: (done, all) => (done % stride === 0 || done === all) && progress(done, all),
      record: (line) => {
        record?.(line);
        if (!('kind' in line)) return;
        if (line.kind === 'warning') warn(line.text);
        if (line.kind === 'dead-link') warn(inWords(line.key, line.fault));
        if (line.kind === 'failed') throw drawFault(line.why);
      },
    });
    return ledger.allPages();
  } finally {
    ledger.close();
  }
}

function inWords({ type, id, language }: VersionKey, { field, paragraph, text, address }: DeadLink['fault']): string {
  const document = `${type} ${id}${language === null ? '' : `, in ${language}`}`;
  const place = `paragraph ${paragraph} of the field "${field}" (${document})`;
  return `The link “${text}” in ${place} leads nowhere on the site: ${address}. It is drawn as text.`;
}
