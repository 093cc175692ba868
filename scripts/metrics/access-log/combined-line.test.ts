import { describe, expect, it } from 'vitest';
import { readCombined } from './combined-line.ts';
import { hashOfPath, LogLine } from './log-line.ts';

const good =
  '192.0.2.7 - - [27/Nov/2026:22:10:05 +0500] "GET /kk/a/?b=c HTTP/1.1" 200 5120 "https://example.org/" "Mozilla/5.0 (X11)"';

function read(text: string) {
  const bytes = Buffer.from(`before\n${text}\nafter`, 'latin1');
  const line = new LogLine();
  const start = 'before\n'.length;
  if (!readCombined(bytes, start, bytes.length - '\nafter'.length, line)) return undefined;
  return {
    address: line.text(line.addressStart, line.addressEnd),
    time: new Date(line.time * 1000).toISOString(),
    isGet: line.isGet,
    path: line.text(line.pathStart, line.pathEnd),
    status: line.status,
    agent: line.text(line.agentStart, line.agentEnd),
    purpose: line.text(line.purposeStart, line.purposeEnd),
    isHashed: line.pathHash === hashOfPath(bytes.subarray(line.pathStart, line.pathEnd)),
  };
}

const expected = {
  address: '192.0.2.7',
  time: '2026-11-27T17:10:05.000Z',
  isGet: true,
  path: '/kk/a/',
  status: 200,
  agent: 'Mozilla/5.0 (X11)',
  purpose: '',
  isHashed: true,
};

describe('a line in the combined format', () => {
  it.each<[string, string, Partial<typeof expected>]>([
    ['as it usually is', good, {}],
    ['of a user with spaces and brackets in the name', good.replace('- -', '- a [b] [c'), {}],
    ['of another zone', good.replace('+0500', '-0330'), { time: '2026-11-28T01:40:05.000Z' }],
    ['of a leap day', good.replace('27/Nov/2026', '29/Feb/2028'), { time: '2028-02-29T17:10:05.000Z' }],
    ['with a quote that Apache guards', good.replace('(X11)', '(\\"X11\\")'), { agent: 'Mozilla/5.0 (\\"X11\\")' }],
    ['with a guarded quote in what was asked for', good.replace('?b=c', '\\"x'), { path: '/kk/a/' }],
    ['without a protocol', good.replace(' HTTP/1.1', ''), {}],
    ['of no request at all', good.replace('GET /kk/a/?b=c HTTP/1.1', '-'), { isGet: false, path: '-' }],
    ['without a number of bytes', good.replace(' 5120 ', ' - '), {}],
    ['in the common format', good.replace(/ "https.*$/, ''), { agent: '' }],
    ['with the end of a line of Windows', `${good}\r`, {}],
    ['with what the browser asks for', `${good} "prefetch"`, { purpose: 'prefetch' }],
    ['of IPv6', good.replace('192.0.2.7', '2001:db8::1'), { address: '2001:db8::1' }],
    ['with bytes of another encoding', good.replace('/kk/a/', '/\xff\xfe/'), { path: '/\xff\xfe/' }],
  ])('is read: %s', (_, text, more) => {
    expect(read(text)).toEqual({ ...expected, ...more });
  });

  it.each<readonly [string, string]>([
    ['', 'nothing'],
    ['nonsense', 'one word'],
    [good.replace('Nov', 'Now'), 'a month that there is not'],
    [good.replace('2026', '1066'), 'a year before there were logs'],
    [good.replace('27/', '31/'), 'a day that the month has not'],
    [good.replace('22:10', '24:10'), 'an hour that there is not'],
    [good.replace(' 200 ', ' 2000 '), 'a status of four digits'],
    [good.replace(' 200 ', ' abc '), 'a status without digits'],
    [good.replace('[', ''), 'no bracket'],
    [good.slice(0, -1), 'a quote that is not closed'],
    [good.slice(0, good.indexOf(' "Mozilla')), 'no program'],
    [`${good} more`, 'something behind it'],
    ...Array.from({ length: 60 }, (_, length) => [good.slice(0, length), `the first ${length} bytes`] as const),
  ])('is not read: %s (%s)', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
