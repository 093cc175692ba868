import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

it('many files are asked for few at a time, and come in their order', async () => {
  let [asked, most] = [0, 0];
  const numbers = Array.from({ length: 30 }, (_, number) => number);
  const read = await fewAtOnce(numbers, async (number) => {
    asked += 1;
    most = Math.max(most, asked);
    await later();
    asked -= 1;
    return number;
  });
  expect(read).toEqual(numbers);
  expect(most).toBe(8);
});
