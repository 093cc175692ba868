import { editionAddress } from '@newsroom/shared/edition';
import { Webhook } from 'standardwebhooks';
import { type AllowedHost, allowing, isLoopback, parseAllowedHosts } from './allowed-hosts';

/** What the operator set, as text, by the names of the environment. */
export interface DeskTexts {
  site: string;
  edition: string;
  call: string;
  quiet: string;
  longest: string;
  url: string;
  secret: string;
  allowedHosts: string;
  githubApi: string;
  githubRepository: string;
  githubToken: string;
}

/** Whom the desk calls. */
export type Caller =
  | { kind: 'none' }
  | { kind: 'github'; api: URL; repository: string; token: string; host: AllowedHost }
  | { kind: 'webhook'; url: URL; secret: string; host: AllowedHost };

export interface DeskSettings {
  /** Where readers find the site. */
  site: string;
  /** Where the site says which edition it is. */
  edition: URL;
  caller: Caller;
  /** How long nothing must have changed before somebody is called, and how long a change waits at most, in milliseconds. */
  quiet: number;
  longest: number;
}

const publicGithub = 'https://api.github.com';

/** Reads the settings. @throws Error in an operator's words, which never hold a secret */
export function readDeskSettings(texts: DeskTexts): DeskSettings {
  const [quiet, longest] = [seconds('NEWSROOM_CALL_QUIET', texts.quiet), seconds('NEWSROOM_CALL_LONGEST', texts.longest)];
  if (longest < quiet) {
    throw new Error('NEWSROOM_CALL_LONGEST is less than NEWSROOM_CALL_QUIET: a change would never wait for a quiet moment.');
  }
  return {
    site: new URL(editionAddress('SITE_URL', texts.site)).origin,
    edition: new URL(
      texts.edition === '' ? editionAddress('SITE_URL', texts.site) : editionAddress('NEWSROOM_EDITION_URL', texts.edition),
    ),
    caller: readCaller(texts),
    quiet,
    longest,
  };
}

function readCaller(texts: DeskTexts): Caller {
  switch (texts.call) {
    case 'none':
      return { kind: 'none' };
    case 'github':
      return github(texts);
    case 'webhook':
      return webhook(texts);
    default:
      throw new Error(`NEWSROOM_CALL is "${texts.call}". It must be none, github or webhook.`);
  }
}

function github({ githubApi, githubRepository: repository, githubToken: token, allowedHosts }: DeskTexts): Caller {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new Error(
      `NEWSROOM_GITHUB_REPOSITORY is "${repository}". With NEWSROOM_CALL=github it must be a repository such as office/news.`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Error('NEWSROOM_GITHUB_TOKEN is missing or malformed. NEWSROOM_CALL=github needs a token that may write contents.');
  }
  const api = callable('NEWSROOM_GITHUB_API', githubApi || publicGithub);
  const host = allowedHost(api, `${allowedHosts},${new URL(publicGithub).hostname}`, 'NEWSROOM_GITHUB_API');
  return { kind: 'github', api, repository, token, host };
}

function webhook({ url: text, secret, allowedHosts }: DeskTexts): Caller {
  const url = callable('NEWSROOM_CALL_URL', text);
  const host = allowedHost(url, allowedHosts, 'NEWSROOM_CALL_URL');
  if (!isSecret(secret)) {
    throw new Error(
      'NEWSROOM_CALL_SECRET is missing or malformed. It must be a secret of Standard Webhooks: whsec_ and at least 24 bytes in base64.',
    );
  }
  return { kind: 'webhook', url, secret, host };
}

/** An address may hold a secret itself, so no message repeats it. */
function callable(name: string, text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error(`${name} must be an address that begins with https://.`);
  if (url.username !== '' || url.password !== '') throw new Error(`${name} holds a user name or a password: leave them out.`);
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new Error(
      `${name} must begin with https://: without it everybody on the way reads along. Only this machine itself is called by http://.`,
    );
  }
  return url;
}

function allowedHost(url: URL, list: string, name: string): AllowedHost {
  let hosts: AllowedHost[];
  try {
    hosts = parseAllowedHosts(list);
  } catch (error) {
    throw new Error(`NEWSROOM_CALL_ALLOWED_HOSTS: ${(error as Error).message}`);
  }
  const host = allowing(url, hosts);
  if (host !== undefined) return host;
  throw new Error(
    `${name} names the host ${url.hostname}, which is not in NEWSROOM_CALL_ALLOWED_HOSTS. Add it there if it may be called.`,
  );
}

function isSecret(secret: string): boolean {
  try {
    return secret.startsWith('whsec_') && new Webhook(secret) !== undefined && secret.length >= 'whsec_'.length + 32;
  } catch {
    return false;
  }
}

/** @returns milliseconds */
function seconds(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 3600) return value * 1000;
  throw new Error(`${name} is "${text}". It must be a number of seconds from 0 to 3600.`);
}
