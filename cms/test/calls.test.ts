import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { call } from '../src/plugins/newsroom/server/src/desk/call';
import { readEdition } from '../src/plugins/newsroom/server/src/desk/read-edition';
import { send } from '../src/plugins/newsroom/server/src/desk/send';
import { type DeskTexts, readDeskSettings } from '../src/plugins/newsroom/server/src/desk/settings';
import { answering, editionOf, hanging, type Received, type Stub, showing, startStub } from './stubs';

const secret = `whsec_${Buffer.from('a-secret-of-thirty-two-bytes-!!!').toString('base64')}`;
const token = 'github_pat_that-nobody-may-read';
const wanted = { epoch: 'history', seq: 841, order: 3 };
const message = { id: 'msg_1', at: '2026-01-31T10:00:00.000Z', wanted };
const never = new AbortController().signal;

const texts: DeskTexts = {
  site: 'https://news.example.org',
  edition: '',
  call: 'none',
  quiet: '2',
  longest: '15',
  url: '',
  secret,
  allowedHosts: '',
  githubApi: '',
  githubRepository: 'office/news',
  githubToken: token,
};

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.stop();
  stub = undefined;
});

/** Somebody to call, as the settings make them. */
async function calling(kind: 'github' | 'webhook', answer: Stub['answer'], time?: number): Promise<Received[]> {
  stub = await startStub(answer);
  const address = kind === 'github' ? { githubApi: stub.origin } : { url: `${stub.origin}/hooks/a-path-that-is-a-secret` };
  const { caller } = readDeskSettings({ ...texts, call: kind, allowedHosts: '127.0.0.1', ...address });
  if (caller.kind === 'none') throw new Error('Nobody is called.');
  await call(caller, message, never, time);
  return stub.received;
}

/** What an operator is told of a call that fails. */
async function toldOf(kind: 'github' | 'webhook', answer: Stub['answer'], time?: number): Promise<string> {
  const told = await calling(kind, answer, time).then(
    () => 'nothing',
    (error: Error) => error.message,
  );
  expect(told).not.toContain(token);
  expect(told).not.toContain(secret);
  expect(told).not.toContain('a-path-that-is-a-secret');
  return told.replace(new URL(stub?.origin ?? '').host, 'HOST');
}

describe('a webhook', () => {
  it('gets a request that it can verify by Standard Webhooks, with what should be live', async () => {
    const [received] = await calling('webhook', answering(204));
    expect([received?.method, received?.path]).toEqual(['POST', '/hooks/a-path-that-is-a-secret']);
    expect(received?.headers['webhook-id']).toBe('msg_1');
    const verified = new Webhook(secret).verify(received?.body ?? '', received?.headers as Record<string, string>);
    expect(verified).toEqual({ type: 'newsroom.publish', timestamp: message.at, data: wanted });
  });

  it('cannot verify what was changed on the way', async () => {
    const [received] = await calling('webhook', answering(200));
    const altered = (received?.body ?? '').replace('841', '842');
    expect(() => new Webhook(secret).verify(altered, received?.headers as Record<string, string>)).toThrow();
  });

  it('that redirects was not reached, and the other address is not asked', async () => {
    const told = await toldOf('webhook', answering(302, '', { Location: '/elsewhere' }));
    expect(told).toBe('HOST answered 302: redirects are not followed; give the address that it leads to');
    expect(stub?.received).toHaveLength(1);
  });

  it('that never answers is not waited for longer than a while', async () => {
    expect(await toldOf('webhook', hanging, 200)).toBe('HOST did not answer within 0.2 s');
  });

  it('that answers endlessly is not waited for either', async () => {
    const endless: Stub['answer'] = (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await toldOf('webhook', endless, 200)).toBe('HOST did not answer within 0.2 s');
  });

  it('that answers with its own secrets does not get them into what operators read', async () => {
    expect(await toldOf('webhook', (response, { headers }) => response.writeHead(500).end(JSON.stringify(headers)))).toBe(
      'HOST answered 500',
    );
  });
});

describe('GitHub', () => {
  it('gets a repository_dispatch with a payload of a few keys', async () => {
    const [received] = await calling('github', answering(204));
    expect([received?.method, received?.path]).toEqual(['POST', '/repos/office/news/dispatches']);
    expect(received?.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' });
    expect(JSON.parse(received?.body ?? '')).toEqual({ event_type: 'newsroom-publish', client_payload: wanted });
  });

  it.each([
    [401, 'HOST answered 401: NEWSROOM_GITHUB_TOKEN is not valid, or not any more'],
    [403, 'HOST answered 403: NEWSROOM_GITHUB_TOKEN may not write contents of the repository, or calls too often'],
    [404, 'HOST answered 404: there is no such repository, or NEWSROOM_GITHUB_TOKEN does not see it'],
    [422, 'HOST answered 422'],
  ])('that answers %i is told of in words', async (status, words) => {
    expect(await toldOf('github', answering(status, token))).toBe(words);
  });
});

describe('a name', () => {
  const sending = { method: 'GET', headers: {}, limit: 100, time: 1000, signal: never } as const;

  it('that leads into the own network is refused, unless the settings allow it', async () => {
    stub = await startStub(answering(200, 'inside'));
    const url = new URL(stub.origin.replace('127.0.0.1', 'localhost'));
    await expect(send({ ...sending, url, inside: false })).rejects.toThrow(
      `${url.host} leads into the own network, and is not allowed to`,
    );
    expect(stub.received).toEqual([]);
    expect(await send({ ...sending, url, inside: true })).toEqual({ status: 200, text: 'inside' });
  });

  it('at which nobody listens is told of without the rest of the address', async () => {
    const url = new URL('http://127.0.0.1:9/secret');
    await expect(send({ ...sending, url, inside: true })).rejects.toThrow(/^127\.0\.0\.1:9 refuses connections$/);
  });
});

describe('the settings', () => {
  const webhook = { call: 'webhook', url: 'https://hooks.example.org/x', allowedHosts: 'hooks.example.org' };
  const told = (given: Partial<DeskTexts>) => {
    try {
      readDeskSettings({ ...texts, ...given });
      return 'nothing';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('that are right are taken as they are', () => {
    expect(readDeskSettings({ ...texts, ...webhook, longest: '20' })).toMatchObject({
      site: 'https://news.example.org',
      edition: new URL('https://news.example.org/edition.json'),
      caller: { kind: 'webhook', host: { name: 'hooks.example.org', inside: false } },
      quiet: 2000,
      longest: 20_000,
    });
    expect(readDeskSettings({ ...texts, edition: 'http://10.0.0.5:8080' }).edition.href).toBe(
      'http://10.0.0.5:8080/edition.json',
    );
    expect(told({ call: 'github' })).toBe('nothing');
  });

  it.each([
    ['a caller that is none', { call: 'gitlab' }, 'NEWSROOM_CALL is "gitlab". It must be none, github or webhook.'],
    [
      'a host that is not listed',
      { ...webhook, allowedHosts: 'example.org' },
      'NEWSROOM_CALL_URL names the host hooks.example.org, which is not in NEWSROOM_CALL_ALLOWED_HOSTS',
    ],
    ['a list that is empty', { ...webhook, allowedHosts: '' }, 'which is not in NEWSROOM_CALL_ALLOWED_HOSTS'],
    [
      'an entry that is no host',
      { ...webhook, allowedHosts: 'https://hooks.example.org/' },
      'NEWSROOM_CALL_ALLOWED_HOSTS: "https://hooks.example.org/" is no host',
    ],
    ['an address without https', { ...webhook, url: 'http://hooks.example.org/' }, 'NEWSROOM_CALL_URL must begin with https://'],
    [
      'an address with a password',
      { ...webhook, url: 'https://me:pw@hooks.example.org/' },
      'NEWSROOM_CALL_URL holds a user name or a password',
    ],
    ['a secret that is none', { ...webhook, secret: 'hunter2' }, 'NEWSROOM_CALL_SECRET is missing or malformed'],
    ['a secret that is too short', { ...webhook, secret: 'whsec_aGk=' }, 'NEWSROOM_CALL_SECRET is missing or malformed'],
    ['a repository that is none', { call: 'github', githubRepository: 'news' }, 'NEWSROOM_GITHUB_REPOSITORY is "news"'],
    ['a token that is not there', { call: 'github', githubToken: '' }, 'NEWSROOM_GITHUB_TOKEN is missing'],
    ['a quiet time that is no number', { quiet: 'two' }, 'NEWSROOM_CALL_QUIET is "two"'],
    ['a longest wait below the quiet time', { quiet: '20' }, 'NEWSROOM_CALL_LONGEST is less than NEWSROOM_CALL_QUIET'],
    [
      'a file in the place of the site',
      { edition: 'https://news.example.org/edition.json' },
      'NEWSROOM_EDITION_URL is "https://',
    ],
    [
      'a site below a path',
      { edition: 'https://news.example.org/news/' },
      'without a path: /edition.json is asked for below it.',
    ],
    ['a site that is no address', { site: 'news.example.org' }, 'SITE_URL is "news.example.org"'],
  ])('with %s are refused', (_situation, given, words) => {
    const said = told(given);
    expect(said).toContain(words);
    expect(said).not.toContain('hunter2');
  });

  it('say of a host of the own network that it is one, by its name or by a mark', () => {
    const insideOf = (allowedHosts: string, url: string) => {
      const { caller } = readDeskSettings({ ...texts, call: 'webhook', url, allowedHosts });
      return caller.kind === 'webhook' && caller.host.inside;
    };
    expect(insideOf('localhost', 'http://localhost:9999/')).toBe(true);
    expect(insideOf('10.0.0.5', 'https://10.0.0.5/')).toBe(true);
    expect(insideOf('[fd00::5]', 'https://[fd00::5]/')).toBe(true);
    expect(insideOf('private:ci.example.org', 'https://ci.example.org/')).toBe(true);
    expect(insideOf('ci.example.org', 'https://ci.example.org/')).toBe(false);
    expect(insideOf('93.184.215.14', 'https://93.184.215.14/')).toBe(false);
  });
});

describe('the site', () => {
  const problemOf = async (answer: Stub['answer']) => {
    stub = await startStub(answer);
    const { origin } = stub;
    return readEdition(new URL('/edition.json', origin), never).then(
      () => 'none',
      (error: Error) => error.message.replace(new URL(origin).host, 'HOST'),
    );
  };

  it('says which edition it is', async () => {
    const edition = editionOf('history', 841, 5);
    stub = await startStub(showing(edition));
    expect(await readEdition(new URL('/edition.json', stub.origin), never)).toEqual(edition);
  });

  it.each([
    ['answers something else', answering(404), 'http://HOST/edition.json answered 404'],
    ['redirects', answering(301, '', { Location: '/other.json' }), 'http://HOST/edition.json answered 301'],
    ['answers no JSON', answering(200, '<html>'), 'http://HOST/edition.json is no JSON'],
    [
      'answers another JSON',
      answering(200, '{}'),
      'http://HOST/edition.json is no edition of the newsroom: edition: Invalid input: expected "newsroom"',
    ],
    ['answers more than an edition is', answering(200, 'x'.repeat(5000)), 'HOST answered more than 4096 bytes'],
  ])('that %s is told of', async (_situation, answer, words) => {
    expect(await problemOf(answer)).toBe(words);
  });
});
