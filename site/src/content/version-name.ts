import type { VersionKey } from '@newsroom/shared/document-fault';

/** One text for a version's key: equal keys, equal texts. @example 'press-release k3 ru' */
export function versionName({ type, id, language }: VersionKey): string {
  return `${type} ${id} ${language}`;
}
