import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWithEditor } from './acts';
import type { TestNewsroom } from './newsroom';
import { editionOf } from './stubs';

let newsroom: TestNewsroom;
beforeAll(async () => {
  ({ newsroom } = await startWithEditor());
  await service('desk').stop();
});
afterAll(() => newsroom.stop());

const service = (name: string) => newsroom.strapi.plugin('newsroom').service(name);

it('however many editions the site was seen to be, the desk notes the next one, and what is needed of them is kept', async () => {
  const epoch = await service('history').epoch();
  await service('leases').take('desk', 'this process', 60_000);
  for (let generation = 1; generation <= 101; generation += 1) {
    const noted = service('leases').asHolder('desk', 'this process', () =>
      service('seen-editions').note(editionOf(epoch, generation, generation)),
    );
    expect(await noted, `edition ${generation}`).toBe(true);
  }
  expect((await service('seen-editions').last())?.edition.generation).toBe(101);
});
