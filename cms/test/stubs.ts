import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Edition } from '@newsroom/shared/edition';

/** A request that a stub got. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = (response: ServerResponse, request: Received) => void;

/** A server of this machine that answers as it is told and keeps what it was asked. */
export async function startStub(answer: Answer) {
  const received: Received[] = [];
  const stub = { received, answer, origin: '', stop };
  const server = createServer(async (request, response) => {
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: await textOf(request) };
    received.push(one);
    stub.answer(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return stub;

  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export type Stub = Awaited<ReturnType<typeof startStub>>;

/** Answers with a status, and nothing or a text. */
export function answering(status: number, text = '', headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, headers).end(text);
}

/** Never answers. */
export const hanging: Answer = () => undefined;

/** A site that says which edition it is. */
export function showing(edition: Edition): Answer {
  return (response, { path }) =>
    (path === '/edition.json' ? answering(200, JSON.stringify(edition)) : answering(404))(response, {} as Received);
}

/** An edition of a history, up to a seq. */
export function editionOf(epoch: string, seq: number, generation: number, more: Partial<Edition> = {}): Edition {
  const [code, mark] = ['c'.repeat(64), '1'.repeat(64)];
  const made = { code, mark, asOf: '2026-01-31', at: '2001-01-01T00:00:00.000Z', pages: 7 };
  return {
    edition: 'newsroom',
    version: 1,
    epoch,
    seq,
    generation,
    ...made,
    held: [],
    heldCount: 0,
    paused: null,
    order: 0,
    ...more,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Waits until something holds, which is looked at often; how long it took does not matter. */
export async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  while (true) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
