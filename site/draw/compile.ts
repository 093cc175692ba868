import { parseArgs } from 'node:util';

const usage = 'Usage: node site/draw/compile.ts --into DIR';

/** The command: prints the compiled site's folder as its last line. Exit codes: 0 compiled, 1 not, 2 wrongly called. */
async function main(): Promise<number> {
  const into = readArguments();
  if (into === undefined) {
    console.error(usage);
    return 2;
  }
  // Astro reads both when it is loaded. Telemetry: nobody is told that a public body builds its site.
  process.env.NODE_ENV = 'production';
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { compileSite } = await import('./compile-site.ts');
  console.log(await compileSite(into));
  return 0;
}

function readArguments(): string | undefined {
  try {
    return parseArgs({ options: { into: { type: 'string' } } }).values.into;
  } catch {
    return undefined;
  }
}

process.exitCode = await main();
