import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '@newsroom/shared/media';
import sharp from 'sharp';
import { mediaFolder } from '../src/content/media-folder.ts';

/** A picture as an editor could have uploaded it. */
export interface DrawnPicture {
  file: Picture['file'];
  bytes: Buffer;
}

/** Draws pictures of no particular content, by name, each as wide and as high as is said. */
export async function drawnPictures<N extends string>(
  measures: Record<N, readonly [number, number]>,
): Promise<Record<N, DrawnPicture>> {
  const drawn = Object.entries<readonly [number, number]>(measures).map(async ([name, [width, height]]) => {
    const circle = `<circle cx="60%" cy="45%" r="30%" fill="#c9b37e"/><rect y="70%" width="100%" height="30%" fill="#2d4a57"/>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#8fb3c0"/>${circle}</svg>`;
    const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { sha256, name: `${name}.png`, mime: 'image/png', size: bytes.length, dimensions: { width, height } } as const;
    return [name, { file, bytes }];
  });
  return Object.fromEntries(await Promise.all(drawn));
}

/** Lays files where a snapshot's content is looked for, as if they had been pulled. */
export function layOriginals(files: readonly { file: { sha256: string }; bytes: Buffer }[], snapshot: string): void {
  const { originals } = mediaFolder(snapshot);
  mkdirSync(originals, { recursive: true });
  for (const { file, bytes } of files) writeFileSync(join(originals, file.sha256), bytes);
}
