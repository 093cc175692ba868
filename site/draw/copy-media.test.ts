import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../test/feed-file.ts';
import { MediaOfPages } from './copy-media.ts';

test('a file is laid under the names that the site gives, and under none that an editor wrote into a link', () => {
  const [folder, out] = [newFolder(), newFolder()];
  const sha256 = 'd'.repeat(64);
  mkdirSync(join(folder, 'media', 'originals'), { recursive: true });
  writeFileSync(join(folder, 'media', 'originals', sha256), '<script>alert(1)</script>');
  const names = ['page-html.bin', 'results.pdf', 'index.html', 'a.js', 'a.svg', 'page'];
  const media = new MediaOfPages(join(folder, 'snapshot.sqlite'), out);
  const paths = names.map((name) => `/media/${sha256}/${name}`);
  media.lay('/kk/', paths);
  expect(names.filter((name) => existsSync(join(out, 'media', sha256, name)))).toEqual(['page-html.bin', 'results.pdf']);
});
