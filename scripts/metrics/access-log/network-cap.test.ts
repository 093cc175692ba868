import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkCap } from './network-cap.ts';

const counted = (views: readonly number[], cap: number) => views.reduce((sum, each) => sum + Math.min(each, cap), 0);

describe('how many views one network may count', () => {
  it.each([
    ['twenty, where there are few others', [1_000_000, 1, 1], 20],
    ['a tenth of what counts', [1_000_000, ...Array.from({ length: 500 }, () => 1)], 55],
    ['the same for two that ask for much', [1_000_000, 1_000_000, ...Array.from({ length: 1000 }, () => 1)], 124],
    ['all, where no network has more than its share', Array.from({ length: 40 }, () => 30), 30],
    ['nothing to speak of, where nobody came', [], 20],
  ])('is %s', (_, views, wanted) => {
    const cap = networkCap(views);
    expect(views.map((each) => Math.min(each, cap))).toEqual(views.map((each) => Math.min(each, wanted)));
  });

  it('is the smallest of at least 20 that is not below a tenth of what counts then', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 60 }), (views) => {
        let smallest = 20;
        while (smallest < Math.floor(counted(views, smallest) / 10)) smallest += 1;
        expect(networkCap(views)).toBe(smallest);
      }),
    );
  });

  it('does not let one network gain more than a ninth of what the others count', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 300, maxLength: 400 }), fc.nat(10 ** 7), (others, attack) => {
        const before = counted(others, networkCap(others));
        const after = [attack, ...others];
        expect(counted(after, networkCap(after)) - before).toBeLessThanOrEqual(Math.max(20, before / 4));
      }),
    );
  });
});
