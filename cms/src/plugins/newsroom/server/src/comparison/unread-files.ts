import { createHash } from 'node:crypto';
import type { MediaFile } from '@newsroom/shared/media';
import { namedFiles } from '../services/embedded-files';
import { uploadedFiles, type VersionFiles } from '../services/files-of-version';
import type { UploadedFile } from '../services/originals';

/**
 * Stands for the files of a version where only the rest of it is compared: no file is looked for, read or kept. Whether
 * one is still there is seen when the version turns out to be different.
 */
export function unreadFiles(row: Record<string, unknown>): VersionFiles {
  const files: VersionFiles = { byId: new Map(), byName: new Map(), gone: [], misplaced: [] };
  for (const file of uploadedFiles(row)) files.byId.set(file.id, standIn(file));
  for (const { file } of typeof row.body === 'string' ? namedFiles(row.body) : []) {
    files.byName.set(file, standIn({ name: file, mime: 'application/octet-stream' }));
  }
  return files;
}

function standIn({ name, mime }: Pick<UploadedFile, 'name' | 'mime'>): MediaFile {
  const sha256 = createHash('sha256').update(name).digest('hex');
  return { sha256, name, mime, size: 0, dimensions: { width: 1, height: 1 } };
}
