import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contentDigest } from './content-digest.ts';
import { cmsPort } from './environment.ts';
import { Failure } from './failure.ts';
import { folders } from './folders.ts';
import { endOf, runProgram, startProgram } from './processes.ts';
import { explainFullDisk } from './system-fault.mjs';

/** How long Strapi may take until it answers, in milliseconds. */
const patience = 90_000;

/** Strapi's own command, found the way Node finds it from `cms`. */
export function strapiCommand(): string {
  const strapi = createRequire(path.join(folders.cms, 'package.json')).resolve('@strapi/strapi/package.json');
  return path.join(path.dirname(strapi), 'bin', 'strapi.js');
}

/** Where this machine's own commands reach the CMS. */
export function cmsOrigin(): string {
  return `http://127.0.0.1:${cmsPort()}`;
}

/** Compiles the CMS and bundles its admin, unless that is done for these very sources. Takes half a minute or more. */
export async function buildCms(): Promise<void> {
  const digest = contentDigest(folders.repository, [
    'cms/src/**/*',
    'cms/config/**/*',
    'cms/*.json',
    'shared/src/**/*',
    'pnpm-lock.yaml',
  ]);
  const stamp = path.join(folders.cms, 'dist', '.built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  rmSync(stamp, { force: true }); // what is built half is nobody's
  await runProgram({
    name: 'cms-build',
    args: [strapiCommand(), 'build'],
    cwd: folders.cms,
    explain: (log) => `The CMS could not be built. The end of its log:\n${endOf(log)}`,
  });
  writeFileSync(stamp, digest);
}

/**
 * Starts Strapi and resolves when it answers.
 *
 * @param environment what it is to be told beyond `.env`
 * @param onExit called if it ends later on without having been asked to
 */
export async function startCms(environment: NodeJS.ProcessEnv, onExit: (report: string) => void): Promise<void> {
  mkdirSync(path.join(folders.var, 'cms'), { recursive: true });
  const { child, log } = startProgram({
    name: 'cms',
    args: [strapiCommand(), 'start'],
    cwd: folders.cms,
    environment: { NODE_ENV: 'production', ...environment },
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  for (const began = Date.now(); Date.now() - began < patience; await wait(200)) {
    if (ended) {
      throw new Failure(explainFullDisk(folders.var) ?? `The CMS ended while it started. The end of its log:\n${endOf(log)}`);
    }
    if (await answers()) {
      child.once('exit', () => onExit(endOf(log)));
      return;
    }
  }
  throw new Failure(`The CMS did not answer within ${patience / 1000} s. The end of its log:\n${endOf(log)}`);
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${cmsOrigin()}/_health`)).ok;
  } catch {
    return false;
  }
}
