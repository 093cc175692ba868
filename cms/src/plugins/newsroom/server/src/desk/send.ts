import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isInside } from './allowed-hosts';

export interface Sending {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** Names that lead into the own network are refused, unless this is said. */
  inside: boolean;
  /** How much of an answer is read, in bytes. A longer one is an error. */
  limit: number;
  /** How long all of it may take, in milliseconds. */
  time: number;
  /** Ends it early. */
  signal: AbortSignal;
}

/**
 * One request. Redirects are answers like any other. The name is resolved once, and the very address that was looked at
 * is the one that is called.
 *
 * @throws Error in words that name the host and nothing else of the address, which may hold a secret
 */
export async function send({
  url,
  method,
  headers,
  body,
  inside,
  limit,
  time,
  signal,
}: Sending): Promise<{ status: number; text: string }> {
  const limitOfTime = AbortSignal.timeout(time);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    return await new Promise((resolve, reject) => {
      const options = {
        method,
        headers,
        agent: false,
        signal: AbortSignal.any([limitOfTime, signal]),
        lookup: inside ? lookup : outsideOnly,
      };
      const sent = request(url, options as never, (answer) => {
        const read: Buffer[] = [];
        let size = 0;
        answer.on('error', reject);
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          read.push(chunk);
          if (size <= limit) return;
          reject(new Error(`answered more than ${limit} bytes`));
          sent.destroy();
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(read).toString('utf8') }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  } catch (error) {
    throw new Error(
      `${url.host} ${limitOfTime.aborted ? `did not answer within ${time / 1000} s` : inWords(error as NodeJS.ErrnoException)}`,
    );
  }
}

const outsideOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    if (addresses.some(({ address }) => isInside(address))) return callback(Object.assign(new Error(), { code: 'INSIDE' }), []);
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family ?? 0);
  });
};

const words: Record<string, string> = {
  INSIDE: 'leads into the own network, and is not allowed to',
  ENOTFOUND: 'is not known to the name server',
  EAI_AGAIN: 'could not be looked up: the name server does not answer',
  ECONNREFUSED: 'refuses connections',
  ECONNRESET: 'broke the connection',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ABORT_ERR: 'was not waited for: the CMS stops',
};

function inWords({ code, message }: NodeJS.ErrnoException): string {
  return words[code ?? ''] ?? (message.startsWith('answered') ? message : `cannot be called (${code ?? 'no reason given'})`);
}
