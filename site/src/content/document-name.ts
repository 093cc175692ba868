import type { DocumentKey } from './shown-documents.ts';

/** One text for a document's key: equal keys, equal texts. @example 'press-release k3' */
export function documentName({ type, id }: DocumentKey): string {
  return `${type} ${id}`;
}
