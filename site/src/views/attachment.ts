import type { Language } from '@newsroom/shared/languages';
import type { Attachment, MediaFile } from '@newsroom/shared/media';
import { attachmentPath } from '@newsroom/shared/permalink';
import { formatSize } from '../languages/sizes.ts';
import { fileKind, safeFileName } from './file-name.ts';

/** A file to be taken along, as a link. */
export interface AttachmentItem {
  href: string;
  label: string;
  /** @example 'PDF, 240 kB' */
  kindAndSize: string;
}

/** @param language the language in which the size is told */
export function attachmentItem({ file, title }: Attachment, language: Language): AttachmentItem {
  return { href: fileHref(file), label: title ?? shownName(file), kindAndSize: kindAndSize(file, language) };
}

export function fileHref({ sha256, name }: MediaFile): string {
  return attachmentPath(sha256, safeFileName(name));
}

/** Without the signs that turn the direction of writing, by which `exe.pdf` can be made of `fdp.exe`. */
function shownName({ name }: MediaFile): string {
  return name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

export function kindAndSize({ name, size }: MediaFile, language: Language): string {
  return [fileKind(name), formatSize(language, size)].filter((part) => part !== undefined).join(', ');
}
