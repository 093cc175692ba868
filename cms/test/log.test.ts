import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedToken, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let token: string;
const told: string[] = [];
beforeAll(async () => {
  newsroom = await startNewsroom();
  token = await newsroom.logIn();
  newsroom.strapi.log.http = ((text: unknown) => void told.push(String(text))) as never;
});
afterAll(() => newsroom.stop());

/** What the log is told of a request. */
async function logOf(method: string, address: string, as?: string): Promise<string[]> {
  told.length = 0;
  await newsroom.request(method, address, as === undefined ? {} : { token: as });
  return told.map((line) => line.replace(/\(\d+ ms\)/, '(TIME)'));
}

it.each(['/newsroom/editions', '/newsroom/standing/press-release/x'])(
  'a poll that is answered is not told in the log, one that is refused is: %s',
  async (address) => {
    expect(await logOf('GET', address, token)).toEqual([]);
    expect(await logOf('GET', address)).toEqual([`GET ${address} (TIME) 401`]);
  },
);

it('a publisher that waits is not told of, one that asks wrongly is', async () => {
  expect(await logOf('GET', '/api/newsroom/changes/wait?seconds=0', feedToken)).toEqual([]);
  const wrong = '/api/newsroom/changes/wait?seconds=soon';
  expect(await logOf('GET', wrong, feedToken)).toEqual([`GET ${wrong} (TIME) 400`]);
});

it('all other requests are told of', async () => {
  expect(await logOf('GET', '/api/newsroom/feed', feedToken)).toEqual(['GET /api/newsroom/feed (TIME) 200']);
  expect(await logOf('POST', '/newsroom/orders', token)).toEqual(['POST /newsroom/orders (TIME) 400']);
});
