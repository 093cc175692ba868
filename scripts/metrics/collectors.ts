import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Collector } from './collector.ts';

const folder = path.join(import.meta.dirname, 'collectors');

/** All collectors, by name: each file in `collectors/` is one. */
export async function collectors(): Promise<Collector[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(
    files.sort().map((name) => import(path.join(folder, name)) as Promise<{ collector: Collector }>),
  );
  return modules.map(({ collector }) => collector);
}
