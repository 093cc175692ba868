import { createWriteStream, mkdirSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { combinedTime } from '../metrics/access-log/combined-time.ts';

/**
 * Writes what a server answers into a log in the combined format, with the header Sec-Purpose at the end of each line, as
 * `npm run metrics -- collect access-log` reads it. The file is added to, so that it can be copied and emptied meanwhile.
 *
 * @param file undefined: nothing is written
 */
export function logRequests(server: Server, file: string | undefined): void {
  if (file === undefined) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const log = createWriteStream(file, { flags: 'a', mode: 0o640 });
  log.on('error', (error) => console.error(`${file} cannot be written, and readers are not counted: ${error.message}`));
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const at = new Date();
    response.once('close', () => log.write(`${lineOf(request, response, at)}\n`));
  });
  server.once('close', () => log.end());
}

/** @example '192.0.2.7 - - [27/Nov/2026:17:10:05 +0000] "GET /kk/ HTTP/1.1" 200 5120 "-" "Mozilla/5.0" "-"' */
function lineOf(request: IncomingMessage, response: ServerResponse, at: Date): string {
  const { method = '', url = '', httpVersion, headers, socket } = request;
  const purpose = headers['sec-purpose'];
  const quoted = [headers.referer, headers['user-agent'], Array.isArray(purpose) ? purpose[0] : purpose].map(
    (text) => `"${guarded(text)}"`,
  );
  const answered = `${response.statusCode} ${response.getHeader('Content-Length') ?? '-'}`;
  return `${socket.remoteAddress ?? '-'} - - [${combinedTime(at, 0)}] "${guarded(`${method} ${url} HTTP/${httpVersion}`)}" ${answered} ${quoted.join(' ')}`;
}

/** What came from outside, in one line and between quotes: what might end either is written as nginx does. @example '"' // => '\\x22' */
function guarded(text: string | undefined): string {
  if (!text) return '-';
  return text.replace(/["\\]|[^\x20-\x7e]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
