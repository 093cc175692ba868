import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import { hashOfPath, type LogLine } from './log-line.ts';

const headersSchema = z.record(z.string(), z.array(z.string()));

/** What is needed of a line of Caddy's access log (https://caddyserver.com/docs/logging). */
const caddyLineSchema = z.object({
  ts: z.union([z.number(), z.string()]),
  status: z.int(),
  request: z.object({
    /** Behind proxies that are trusted, the reader's own address. */
    client_ip: z.string().optional(),
    remote_ip: z.string().optional(),
    method: z.string(),
    uri: z.string(),
    headers: headersSchema.default({}),
  }),
});

/** As `readCombined`, for a line of Caddy's log: a JSON object. The texts are laid into bytes of their own. */
export function readCaddy(bytes: Buffer, start: number, end: number, line: LogLine): boolean {
  const parsed = caddyLineSchema.safeParse(parseJson(bytes.toString('utf8', start, end)));
  if (!parsed.success) return false;
  const { ts, status, request } = parsed.data;
  const time = typeof ts === 'number' ? Math.floor(ts) : Math.floor(Date.parse(ts) / 1000);
  const address = request.client_ip || request.remote_ip || '';
  if (!(time >= 0 && time < endOfTimes) || address === '' || !isStatus(status)) return false;
  const path = request.uri.split(/[?#]/, 1)[0] ?? '';
  const texts = [address, path, headerIn(request.headers, 'user-agent'), headerIn(request.headers, 'sec-purpose')];
  const parts = texts.map((text) => Buffer.from(text, 'utf8'));
  const ends = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, part) => sum + part.length, 0));
  line.bytes = Buffer.concat(parts);
  [line.addressStart, line.pathStart, line.agentStart, line.purposeStart] = [0, ends[0] ?? 0, ends[1] ?? 0, ends[2] ?? 0];
  [line.addressEnd, line.pathEnd, line.agentEnd, line.purposeEnd] = [ends[0] ?? 0, ends[1] ?? 0, ends[2] ?? 0, ends[3] ?? 0];
  line.time = time;
  line.isGet = request.method === 'GET';
  line.pathHash = hashOfPath(line.bytes.subarray(line.pathStart, line.pathEnd));
  line.status = status;
  return true;
}

/** What a year of four digits can say, in seconds since 1970. */
const endOfTimes = Date.UTC(9999, 11) / 1000;

function isStatus(status: number): boolean {
  return status >= 0 && status <= 999;
}

/** Names of headers are the same in capitals and small letters. */
function headerIn(headers: Record<string, string[]>, name: string): string {
  const found = Object.keys(headers).find((one) => one.toLowerCase() === name);
  return (found !== undefined && headers[found]?.[0]) || '';
}
