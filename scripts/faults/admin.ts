import type { Answer } from './expectations.ts';
import type { Newsroom } from './newsroom.ts';

/** What the CMS said; `data` where it confirmed an act, `why` where it refused one. */
export interface Told {
  answer: Answer;
  data: Record<string, unknown>;
  why: string;
}

/** Somebody who works in the admin, over the addresses that its pages use, while the CMS comes and goes. */
export interface Admin {
  send(method: 'POST' | 'PUT' | 'DELETE', place: string, body?: object | FormData): Promise<Told>;
}

/** How long an answer may take, in milliseconds. What comes later is lost. */
const patience = 300_000;

export function adminOf({ cms, login }: Pick<Newsroom, 'cms' | 'login'>): Admin {
  let token: string | undefined;
  const call = async (method: string, place: string, body: object | FormData | undefined): Promise<Response> =>
    await fetch(`${cms}${place}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
  const logIn = async () => {
    token = undefined;
    const response = await call('POST', '/admin/login', login);
    token = ((await response.json()) as { data?: { token?: string } }).data?.token;
  };
  return {
    async send(method, place, body) {
      try {
        if (token === undefined) await logIn();
        let response = await call(method, place, body);
        if (response.status === 401) {
          await logIn();
          response = await call(method, place, body);
        }
        return told(response.status, await response.text());
      } catch (error) {
        return { answer: 'lost', data: {}, why: (error as Error).message };
      }
    },
  };
}

function told(status: number, text: string): Told {
  const isFound = status >= 200 && status < 300;
  const answer: Answer = isFound ? 'done' : status < 500 ? 'refused' : 'lost';
  const parsed: unknown = isFound && text !== '' ? JSON.parse(text) : {};
  const data = Array.isArray(parsed) ? parsed[0] : ((parsed as { data?: object }).data ?? parsed);
  return { answer, data: data as Record<string, unknown>, why: isFound ? '' : `${status} ${text.slice(0, 300)}` };
}
