import { Webhook } from 'standardwebhooks';
import { send } from './send';
import type { Caller } from './settings';

/** What should be live, and the newest order that should be carried out. */
export interface Wanted {
  epoch: string;
  seq: number;
  order: number;
}

/** One message, which keeps its name however often it is sent. */
export interface Message {
  id: string;
  /** When it was made, as an instant. */
  at: string;
  wanted: Wanted;
}

/** How long the other side may take, in milliseconds. */
const patience = 15_000;

/** The name of the event for which the workflow in the repository waits. */
const githubEvent = 'newsroom-publish';

/**
 * Says "look now" to whoever publishes. Said twice, it does the same.
 *
 * @throws Error in an operator's words, which hold no secret and nothing that the other side wrote
 */
export async function call(
  caller: Exclude<Caller, { kind: 'none' }>,
  message: Message,
  signal: AbortSignal,
  time = patience,
): Promise<void> {
  const { url, headers, body } = caller.kind === 'github' ? dispatch(caller, message) : signed(caller, message);
  // What it answers does not matter; a little is read so that the connection ends well.
  const { status } = await send({
    url,
    method: 'POST',
    headers,
    body,
    inside: caller.host.inside,
    limit: 1_000_000,
    time,
    signal,
  });
  if (status >= 200 && status < 300) return;
  throw new Error(`${url.host} answered ${status}${hintFor(caller, status)}`);
}

/** Whom it calls, for people: never a secret. */
export function targetOf(caller: Caller): string | null {
  if (caller.kind === 'none') return null;
  return caller.kind === 'github' ? caller.repository : caller.url.host;
}

function dispatch({ api, repository, token }: Extract<Caller, { kind: 'github' }>, { wanted }: Message) {
  return {
    url: new URL(`${api.href.replace(/\/$/, '')}/repos/${repository}/dispatches`),
    headers: {
      Accept: 'application/vnd.github+json',
      'X-GitHub-Api-Version': '2022-11-28',
      'Content-Type': 'application/json',
      'User-Agent': 'newsroom',
      Authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ event_type: githubEvent, client_payload: wanted }),
  };
}

/** By Standard Webhooks 1.0. */
function signed({ url, secret }: Extract<Caller, { kind: 'webhook' }>, { id, at, wanted }: Message) {
  const now = new Date();
  const body = JSON.stringify({ type: 'newsroom.publish', timestamp: at, data: wanted });
  return {
    url,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'newsroom',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
    body,
  };
}

function hintFor({ kind }: Caller, status: number): string {
  if (status >= 300 && status < 400) return ': redirects are not followed; give the address that it leads to';
  if (kind !== 'github') return '';
  if (status === 401) return ': NEWSROOM_GITHUB_TOKEN is not valid, or not any more';
  if (status === 403) return ': NEWSROOM_GITHUB_TOKEN may not write contents of the repository, or calls too often';
  return status === 404 ? ': there is no such repository, or NEWSROOM_GITHUB_TOKEN does not see it' : '';
}
