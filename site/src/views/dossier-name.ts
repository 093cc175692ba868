import type { DirectoryType } from '@newsroom/shared/directory';
import type { Entry } from '../content/directory-entry.ts';
import type { Text } from '../content/text.ts';
import { fullName } from './organisation-item.ts';

/** What the subject of a dossier is called at its full length, without the country of a delegation. */
export function dossierName<T extends DirectoryType>(entry: Entry<T>): Text {
  return names[entry.type](entry);
}

const names: { [T in DirectoryType]: (entry: Entry<T>) => Text } = {
  delegation: ({ texts }) => texts.electionBody,
  'observer-organisation': fullName,
  event: ({ texts }) => texts.name,
};
