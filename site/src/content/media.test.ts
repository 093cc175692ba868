import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FeedEntry } from '@newsroom/shared/feed';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { drawSite } from '../../test/draw-site.ts';
import { filesOf } from '../../test/drawn-page.ts';
import { drawnPictures, layOriginals } from '../../test/drawn-pictures.ts';
import { goldenLines, newFolder, withHeader, writeFeed } from '../../test/feed-file.ts';
import { someRelease } from '../../test/some-release.ts';
import { mediaFolder } from './media-folder.ts';
import { takeInFeed } from './take-in-feed.ts';

const { wide, small } = await drawnPictures({ wide: [1000, 500], small: [120, 90] });
const settings = goldenLines().filter(({ type }) => type === 'site-settings') as unknown as FeedEntry[];

type File = typeof wide.file;

/** A feed with one release that has a picture above its text. */
function feedWith(file: File) {
  const cover = { file, alternativeText: 'A picture', caption: null, credit: null };
  return withHeader([...settings, someRelease({ id: 'illustrated' }, { title: 'Illustrated', slug: 'illustrated', cover })]);
}

let snapshot: string;
let made: string;
beforeEach(() => {
  snapshot = join(newFolder(), 'snapshot.sqlite');
  ({ made } = mediaFolder(snapshot));
  rmSync(made, { recursive: true });
});

const takeIn = (file: File) =>
  takeInFeed({ feed: writeFeed(dirname(snapshot), feedWith(file)), snapshot, asOf: '2024-04-03', acceptLoss: false });

/** A file of these bytes under the name of a picture, as if it had been pulled. */
function pulled(bytes: Buffer, file = wide.file): File {
  layOriginals([{ file, bytes }], snapshot);
  return file;
}

/** What became of the picture in a width. */
const madeAs = (file: File, width: number) => sharp(join(made, `${file.sha256}-${width}.webp`));

describe('a picture that is taken in', () => {
  test('is made in the widths that pages show, none larger than itself', async () => {
    await takeIn(pulled(wide.bytes));
    expect(readdirSync(made).sort()).toEqual([400, 800, 1000].map((width) => `${wide.file.sha256}-${width}.webp`).sort());
    expect(await madeAs(wide.file, 400).metadata()).toMatchObject({ format: 'webp', width: 400, height: 200 });
    await takeIn(pulled(small.bytes, small.file));
    expect(await madeAs(small.file, 120).metadata()).toMatchObject({ width: 120, height: 90 });
  });

  test('is made anew where it was made in another way, and nothing of that is kept', async () => {
    const formats = dirname(made);
    for (const old of [formats, join(formats, 'format-0')]) {
      mkdirSync(old, { recursive: true });
      writeFileSync(join(old, `${wide.file.sha256}-400.webp`), 'made in another way');
    }
    await takeIn(pulled(wide.bytes));
    expect(readdirSync(formats)).toEqual([basename(made)]);
    expect(await madeAs(wide.file, 400).metadata()).toMatchObject({ format: 'webp' });
  });

  test('is made once', async () => {
    await takeIn(pulled(wide.bytes));
    const times = () => readdirSync(made).map((name) => statSync(join(made, name)).mtimeMs);
    const before = times();
    await takeIn(wide.file);
    expect(times()).toEqual(before);
  });

  test('is turned as the camera was held, and tells nothing of the camera', async () => {
    const turned = sharp(wide.bytes)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: 'Somebody' } });
    const file = { ...wide.file, dimensions: { width: 500, height: 1000 } };
    await takeIn(pulled(await turned.jpeg().toBuffer(), file));
    const { width, height, exif, orientation } = await madeAs(file, 400).metadata();
    expect({ width, height, exif, orientation }).toEqual({ width: 400, height: 800, exif: undefined, orientation: undefined });
  });

  test('shows the first frame of an animation', async () => {
    const frames = [1, 2].map((frame) =>
      sharp({ create: { width: 50, height: 40, channels: 3, background: { r: frame * 100, g: 0, b: 0 } } }),
    );
    const images = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
    const gif = await sharp(images, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(gif).metadata()).pages).toBe(2);
    const file = { ...small.file, mime: 'image/gif', dimensions: { width: 50, height: 40 } } as unknown as File;
    await takeIn(pulled(gif, file));
    const { pages, height } = await madeAs(file, 50).metadata();
    expect([pages ?? 1, height]).toEqual([1, 40]);
  });
});

describe('a picture that cannot be taken in is told with its document and field, and the feed is refused', () => {
  const place = /“Illustrated” \(press-release illustrated, in en\): the file “wide.png” of the field "cover.file"/;

  test('one that was not pulled', async () => {
    await expect(takeIn(wide.file)).rejects.toThrow(/\[media-missing\].*was not pulled/);
    await expect(takeIn(wide.file)).rejects.toThrow(place);
  });

  test.each([
    ['emptied', Buffer.alloc(0)],
    ['cut', wide.bytes.subarray(0, wide.bytes.length / 2)],
    ['something else', Buffer.from('<!doctype html><p>Bad gateway</p>')],
  ])('one that is %s', async (_, bytes) => {
    pulled(bytes);
    await expect(takeIn(wide.file)).rejects.toThrow(/\[media-unreadable\].*cannot be read as a picture/);
    await expect(takeIn(wide.file)).rejects.toThrow(place);
  });

  test('one that is a drawing by program', async () => {
    pulled(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'));
    await expect(takeIn(wide.file)).rejects.toThrow('is no picture that the site can show, but svg');
  });

  test('one that would unfold into 400 million pixels', { timeout: 60_000 }, async () => {
    const create = { width: 20_000, height: 20_000, channels: 3, background: '#000' } as const;
    const bomb = await sharp({ create, limitInputPixels: false }).png({ compressionLevel: 1 }).toBuffer();
    pulled(bomb);
    await expect(takeIn(wide.file)).rejects.toThrow('has 20000 × 20000 pixels, more than the 100000000 that the site takes');
  });

  test('and leaves nothing half made', async () => {
    pulled(wide.bytes.subarray(0, wide.bytes.length / 2));
    await expect(takeIn(wide.file)).rejects.toThrow();
    expect(existsSync(made) ? readdirSync(made) : []).toEqual([]);
  });
});

describe('a drawn site', () => {
  test('has the pictures and files that its pages show, and no others', async () => {
    const unused = { ...small, file: { ...small.file, name: 'unused.png' } };
    const release = someRelease(
      { id: 'hidden' },
      {
        slug: 'hidden',
        // A withdrawn text is not shown, nor are its pictures.
        notice: { kind: 'withdrawn', reason: 'It was wrong.' },
        cover: { file: unused.file, alternativeText: 'Hidden', caption: null, credit: null },
        body: `/media/${small.file.sha256}-120.webp`,
      },
    );
    const lines = [...feedWith(wide.file).slice(1, -1), release] as unknown as FeedEntry[];
    const site = await drawSite(withHeader(lines), [wide, unused]);
    const media = filesOf(site).filter((file) => file.startsWith('media/'));
    expect(media).toEqual([1000, 400, 800].map((width) => `media/${wide.file.sha256}-${width}.webp`));
    expect(
      readFileSync(join(site, media[0] ?? ''))
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP');
  });
});
