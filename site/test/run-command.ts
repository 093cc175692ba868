import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

const site = fileURLToPath(new URL('..', import.meta.url));

/** The site's own address in tests. */
export const testSiteUrl = 'https://newsroom.example';

/** Runs Node in the site's folder, as the site's commands are run, and waits for its end. */
export async function runNode(args: readonly string[], environment: Record<string, string> = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, args, {
    cwd: site,
    // Vitest's own variables (NODE_ENV, MODE, DEV, …) would change how Astro builds.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SITE_URL: testSiteUrl, ...environment },
  });
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.stderr += text;
  });
  result.code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return result;
}

/** Runs a command that has to succeed, and gives its last line. */
export async function runNodeWell(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runNode(args);
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${stderr}`);
  return stdout.trim().split('\n').at(-1) ?? '';
}
