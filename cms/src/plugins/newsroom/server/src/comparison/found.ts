import type { VersionKey } from '@newsroom/shared/document-fault';

/** What came of comparing the log with the content. */
export interface Found {
  /** How many documents were looked at. */
  compared: number;
  /** What an outside hand had changed, and the log has as well from here on. */
  mended: (VersionKey & { went: boolean })[];
  /** What an outside hand made so that it cannot be published: the log, and readers, keep what was there before. */
  broken: (VersionKey & { why: string })[];
}
