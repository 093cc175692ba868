import { readdirSync } from 'node:fs';

/** How many HTML pages lie below a folder. */
export function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}
