import { closeSync, openSync, writeSync } from 'node:fs';
import { combinedTime } from '../access-log/combined-time.ts';

/** What a line says. */
export interface WrittenLine {
  time: number;
  address: string;
  method?: string;
  path: string;
  status?: number;
  agent: string;
  /** The header Sec-Purpose. */
  purpose?: string;
}

export type LogFormat = 'combined' | 'caddy';

/** The zone in which the server writes its times, in hours: not that of the office, so that nobody takes one for the other. */
const zoneHours = 2;

/** Writes a log into a file. */
export class LogWriter {
  readonly #file: number;
  readonly #format: LogFormat;
  #text: string[] = [];
  #second = Number.NaN;
  #secondText = '';
  lines = 0;

  constructor(name: string, format: LogFormat) {
    this.#file = openSync(name, 'w');
    this.#format = format;
  }

  write(line: WrittenLine): void {
    this.writeAsIs(this.#format === 'caddy' ? caddyLine(line) : this.#combinedLine(line));
  }

  /** Writes whatever stands in the place of a line. */
  writeAsIs(text: string): void {
    this.#text.push(text, '\n');
    this.lines += 1;
    if (this.#text.length > 20_000) this.#flush();
  }

  end(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#text.join(''), null, 'latin1');
    this.#text = [];
  }

  #combinedLine({ time, address, method = 'GET', path, status = 200, agent, purpose }: WrittenLine): string {
    if (time !== this.#second) {
      this.#second = time;
      this.#secondText = combinedTime(new Date(time * 1000), zoneHours);
    }
    const bytes = status === 304 ? 0 : 2000 + ((path.length * 131) % 60_000);
    const last = purpose === undefined ? '' : ` "${purpose}"`;
    return `${address} - - [${this.#secondText}] "${method} ${path} HTTP/1.1" ${status} ${bytes} "https://news.example.org/" "${agent}"${last}`;
  }
}

function caddyLine({ time, address, method = 'GET', path: uri, status = 200, agent, purpose }: WrittenLine): string {
  const headers = { ...(agent && { 'User-Agent': [agent] }), ...(purpose && { 'Sec-Purpose': [purpose] }) };
  const request = {
    remote_ip: address,
    remote_port: '4711',
    client_ip: address,
    proto: 'HTTP/2.0',
    method,
    host: 'news.example.org',
    uri,
    headers,
  };
  return JSON.stringify({
    level: 'info',
    ts: time + 0.25,
    logger: 'http.log.access',
    msg: 'handled request',
    request,
    duration: 0.001,
    size: 5120,
    status,
  });
}
