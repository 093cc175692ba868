import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { loginIn, makeNewsroom, type OwnNewsroom } from '../e2e/own-newsroom.ts';
import { strapiCommand } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';
import { type Program, startProgram } from './program.ts';

const repository = path.resolve(import.meta.dirname, '..', '..');

/** How long a program may take until it is up, in milliseconds: the machine may be busy. */
const patience = 600_000;

/** A newsroom of its own that was set up, and of which nothing runs. */
export interface RestingNewsroom {
  folder: string;
  site: string;
  cms: string;
  login: { email: string; password: string };
  /** What the publisher shows to the CMS. */
  token: string;
  environment: NodeJS.ProcessEnv;
  /** Starts one of the project's scripts in it; what it writes goes to a file of its name in the folder. */
  command(script: string, args?: string[], environment?: NodeJS.ProcessEnv): Program;
  /** The end of what a script wrote. */
  logOf(script: string): string;
  remove(): Promise<void>;
}

/** A newsroom of its own, whose programs run side by side, each to be killed by itself. */
export interface Newsroom extends Omit<RestingNewsroom, 'remove'> {
  /** As they were started last; they may have been killed since. */
  programs: { cms: Program; publisher: Program };
  /** Starts the CMS again; resolves when it answers. */
  startCms(): Promise<void>;
  startPublisher(): void;
  /** All that the publishers wrote, each line with its time before it. */
  publisherLog: string;
  /** Ends all of it. */
  end(): Promise<void>;
}

/** Sets a newsroom up as `npm start` does, ends that, and starts its programs one by one. */
export async function startNewsroom(): Promise<Newsroom> {
  return await startPrograms(await setUpNewsroom());
}

/** Sets a newsroom up as `npm start` does, and ends that. */
export async function setUpNewsroom(): Promise<RestingNewsroom> {
  const own = await makeNewsroom();
  try {
    return await setUp(own);
  } catch (error) {
    await own.remove();
    throw error;
  }
}

async function setUp(own: OwnNewsroom): Promise<RestingNewsroom> {
  const told = await own.start('--no-demo');
  await own.stop();
  if (told.includes('✗')) throw new Failure(`A newsroom without faults does not come up:\n${told}`);
  const settings = parseEnv(readFileSync(path.join(own.folder, 'env'), 'utf8'));
  const environment = { ...own.environment, ...settings, SITE_URL: own.site, STRAPI_TELEMETRY_DISABLED: 'true' };
  const logFile = (script: string) => path.join(own.folder, `${path.basename(script, '.ts')}.log`);
  return {
    ...{ folder: own.folder, site: own.site, cms: own.cms, login: loginIn(told), environment },
    token: settings.NEWSROOM_FEED_TOKEN ?? '',
    command: (script, args = [], more = {}) =>
      startProgram({
        args: [path.join(repository, script), ...args],
        cwd: repository,
        environment: { ...environment, ...more },
        log: logFile(script),
      }),
    logOf: (script) => endOf(logFile(script)),
    remove: own.remove,
  };
}

/** Starts the CMS, the publisher and the server of a newsroom. Where they do not come up, the newsroom is removed. */
export async function startPrograms(resting: RestingNewsroom): Promise<Newsroom> {
  const { folder, environment, command, remove } = resting;
  const log = (name: string) => path.join(folder, `${name}.log`);
  const cms = () =>
    startProgram({
      args: [strapiCommand(), 'start'],
      cwd: path.join(repository, 'cms'),
      environment: { ...environment, NODE_ENV: 'production' },
      log: log('cms'),
    });
  const publisher = () => command('scripts/publish/publisher.ts');

  const programs = { cms: cms(), publisher: publisher() };
  const server = command('scripts/serve.ts');
  const newsroom: Newsroom = {
    ...resting,
    programs,
    async startCms() {
      if (!programs.cms.isRunning()) programs.cms = cms();
      await answers(`${resting.cms}/_health`, programs.cms, log('cms'));
    },
    startPublisher() {
      if (!programs.publisher.isRunning()) programs.publisher = publisher();
    },
    publisherLog: log('publisher'),
    async end() {
      await Promise.all([programs.cms.kill(), programs.publisher.kill(), server.kill()]);
      await remove();
    },
  };
  try {
    await answers(`${resting.site}/edition.json`, server, log('serve'));
    await newsroom.startCms();
  } catch (error) {
    await newsroom.end();
    throw error;
  }
  return newsroom;
}

async function answers(address: string, program: Program, log: string): Promise<void> {
  for (const began = Date.now(); Date.now() - began < patience; await pause(100)) {
    if (!program.isRunning()) throw new Failure(`${address}: the program ended. The end of its log:\n${endOf(log)}`);
    if (await isOk(address)) return;
  }
  throw new Failure(`${address} does not answer within ${patience / 1000} s. The end of its log:\n${endOf(log)}`);
}

async function isOk(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

function endOf(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
