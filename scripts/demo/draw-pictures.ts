import sharp, { type Sharp } from 'sharp';
import { covers } from './drawings/covers.ts';
import { gallery, logo } from './drawings/gallery.ts';
import { canvas } from './drawings/shapes.ts';

/** A file as it is uploaded. */
export interface DemoFile {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The names of the files that `drawPictures` gives. */
export const pictureNames = [...Object.keys(covers), ...Object.keys(gallery)].map((key) => `${key}.jpg`);

export const logoName = 'logo.png';

/** Draws all pictures of the demo, and the logo: always the same bytes with the same version of sharp. */
export async function drawPictures(): Promise<DemoFile[]> {
  const scenes = Object.entries({ ...covers, ...gallery });
  return Promise.all([
    ...scenes.map(async ([key, svg]) => ({
      name: `${key}.jpg`,
      mime: 'image/jpeg',
      bytes: await draw(svg, (image) => image.jpeg({ quality: 86, chromaSubsampling: '4:4:4' })),
    })),
    draw(canvas({ units: [512, 512], pixels: [512, 512] }, logo()), (image) => image.png()).then((bytes) => ({
      name: logoName,
      mime: 'image/png',
      bytes,
    })),
  ]);
}

async function draw(svg: string, format: (image: Sharp) => Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await format(sharp(Buffer.from(svg))).toBuffer());
}
