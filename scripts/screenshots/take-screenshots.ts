import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Example } from './templates.ts';

const widths = [360, 768, 1440] as const;
const schemes = ['light', 'dark'] as const;

/** No picture is higher, in pixels: a long list looks the same further down. */
const greatestHeight = 6000;

export interface Screenshot extends Example {
  width: number;
  scheme: (typeof schemes)[number];
  /** The picture's file, relative to the folder. */
  picture: string;
}

/** Takes pictures of an example in every width, light and dark. */
export async function takeScreenshots(page: Page, origin: string, example: Example, folder: string): Promise<Screenshot[]> {
  const taken: Screenshot[] = [];
  await page.goto(addressOf(origin, example));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const picture = `${[example.template, example.language, width, scheme].filter((part) => part !== null).join('.')}.png`;
      const height = await page.evaluate('document.documentElement.scrollHeight');
      const clip = { x: 0, y: 0, width, height: Math.min(Number(height), greatestHeight) };
      await page.screenshot({ path: path.join(folder, picture), fullPage: true, clip });
      taken.push({ ...example, width, scheme, picture });
    }
  }
  return taken;
}

/** Prints an example as readers would, and gives the name of the PDF. */
export async function print(browser: Browser, origin: string, example: Example, folder: string): Promise<string> {
  const page = await browser.newPage({ colorScheme: 'light' });
  const name = `${example.template}.${example.language}.pdf`;
  await page.goto(addressOf(origin, example));
  await page.pdf({ path: path.join(folder, name), format: 'A4' });
  await page.close();
  return name;
}

function addressOf(origin: string, { file }: Example): string {
  return `${origin}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}
