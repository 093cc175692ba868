import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['https://пример.example/путь <b>', 'https://xn--e1afmkfd.example/%D0%BF%D1%83%D1%82%D1%8C%20%3Cb%3E'],
  ['http://name:word@example.org/', 'http://example.org/'],
  ['https:example.org', 'https://example.org/'],
  ['mailto:"a"@example.org', 'mailto:%22a%22@example.org'],
  ['/kk/news/?a=b#c', '/kk/news/?a=b#c'],
  ['#below', '#below'],
  ['http://[::1', undefined],
  ['http://exa%20mple/', undefined],
  ['%', undefined],
  ['https://example.org/%zz', undefined],
])('the address %s is written as %s', (text, address) => {
  expect(webAddress(text)).toBe(address);
});
