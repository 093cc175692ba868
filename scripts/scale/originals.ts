import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { MediaFile } from '@newsroom/shared/media';

/** A file as somebody could have uploaded it. */
export interface Original {
  file: MediaFile;
  bytes: Buffer;
}

/** The few pictures and the one document that all releases of the scale check share. */
export function makeOriginals(): { pictures: Original[]; document: Original } {
  const pictures = [
    [1600, 900],
    [1200, 1200],
    [800, 1000],
  ].map(([width = 0, height = 0], index) => {
    const bytes = png(width, height, index);
    return { bytes, file: describe(bytes, `picture-${index + 1}.png`, 'image/png', { width, height }) };
  });
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  return { pictures, document: { bytes, file: describe(bytes, 'protocol form.pdf', 'application/pdf', null) } };
}

function describe(bytes: Buffer, name: string, mime: string, dimensions: MediaFile['dimensions']): MediaFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), name, mime, size: bytes.length, dimensions };
}

/** A picture of slanting stripes (https://www.w3.org/TR/png-3/: eight bits each of red, green and blue). */
function png(width: number, height: number, shade: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows[at] = (x + y) & 0xff;
      rows[at + 1] = 80 * shade;
      rows[at + 2] = (x >> 3) & 0xff;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
