import { slugify } from '@newsroom/shared/slug';

/** Endings that browsers show or save, and run no program from. */
const harmless = new Set([
  ...['pdf', 'txt', 'csv', 'rtf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'odt', 'ods', 'odp', 'epub'],
  ...['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'tif', 'tiff', 'heic', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'webm', 'mov'],
  ...['zip', '7z', 'gz', 'json', 'geojson', 'bin'],
]);

/**
 * The name under which an uploaded file stands on the site: Latin letters, digits and hyphens with a lower-case ending.
 * A file of another kind gets the ending `bin`, so that no server hands a page or a program out in the site's name.
 *
 * @example 'Нәтижелер 2022.PDF' // => 'natizheler-2022.pdf'
 */
export function safeFileName(name: string): string {
  const [, base = name, ending = ''] = /^(.*)\.([^.]*)$/s.exec(name) ?? [];
  const lower = ending.toLowerCase();
  return harmless.has(lower) ? `${slugify(base) || 'file'}.${lower}` : `${slugify(name) || 'file'}.bin`;
}

/** What readers are told of a file's kind. @example 'results.pdf' // => 'PDF' */
export function fileKind(name: string): string | undefined {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1];
  return ending?.toUpperCase();
}
