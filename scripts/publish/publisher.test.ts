import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeskOrder } from '@newsroom/shared/desk-order';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyOf, makePublisher, type OwnPublisher } from './testing/own-publisher.ts';
import { type StubCms, startStubCms } from './testing/stub-cms.ts';

const release = { type: 'press-release', id: 'releasetwo', language: 'ru' } as const;
const releaseFile = 'ru/news/2022/07/kak-podat-zayavlenie-ob-akkreditatsii-nablyudatelya/index.html';
const faultAtStep = path.join(import.meta.dirname, 'testing', 'fault-at-step.mjs');
const limit = 240_000;

let first: OwnPublisher;
let cms: StubCms;
let machine: OwnPublisher;
let publisher: ReturnType<OwnPublisher['start']>;

beforeAll(async () => {
  const seed = await startStubCms();
  first = makePublisher(seed);
  expect(await first.run('scripts/publish/publish-site.ts')).toMatchObject({ code: 0 });
  await seed.close();
}, limit);
afterAll(() => first.remove());
beforeEach(async () => {
  cms = await startStubCms();
  machine = copyOf(first, cms);
  publisher = machine.start('scripts/publish/publisher.ts');
});
afterEach(async () => {
  publisher.child.kill('SIGKILL');
  await publisher.ended;
  await cms.close();
  machine.remove();
}, limit);

async function until(isSo: () => boolean): Promise<void> {
  for (const began = performance.now(); !isSo(); await wait(100))
    if (performance.now() - began > limit / 2)
      throw new Error(`It did not come to that. The publisher said:\n${publisher.output()}`);
}
const retitle = (title: string) => cms.put(release, (data) => ({ ...data, title }));
const seqOf = () => machine.edition().seq;
const isWaiting = () => cms.asked.at(-1)?.startsWith('changes/wait') === true && cms.asked.at(-1)?.includes('since=') === true;

describe('a publisher that waits', { timeout: limit }, () => {
  it('brings live what is published, one edition after the other, and nothing else', async () => {
    await until(isWaiting);
    await until(() => retitle('Первое') > 0);
    await until(() => machine.page(releaseFile)?.includes('Первое') === true);
    await until(isWaiting);
    const seq = retitle('Второе');
    await until(() => seqOf() === seq);
    await until(isWaiting);
    expect(machine.edition().generation).toBe(3);
    expect(publisher.output()).toContain('Edition 3 is live');
  });

  it('says once that the CMS is away and once that it is back, and then publishes what it missed', async () => {
    await until(isWaiting);
    const { port } = new URL(cms.origin);
    await cms.close();
    await until(() => publisher.output().includes('The CMS does not answer'));
    await wait(3000);
    cms = await startStubCms(Number(port));
    const seq = retitle('Пока вас не было');
    await until(() => seqOf() === seq);
    expect(publisher.output().match(/does not answer/g)).toHaveLength(1);
    expect(publisher.output().match(/answers again/g)).toHaveLength(1);
  });

  it('carries out orders once each and in their order, and tells how it went', async () => {
    const given = (order: { kind: 'publish' | 'release' } | { kind: 'roll-back'; generation: number }, number: number) =>
      cms.orders.push({ ...order, number, by: 'Aigerim', at: '2024-04-02T10:00:00.000Z' } as DeskOrder);
    await until(isWaiting);
    const seq = retitle('Первое');
    await until(() => seqOf() === seq);
    given({ kind: 'roll-back', generation: 1 }, 1);
    await until(() => machine.edition().generation === 3);
    expect(machine.edition()).toMatchObject({ seq: 73, paused: { by: 'the desk' }, order: 1 });
    retitle('Второе');
    await wait(2000);
    expect(machine.edition().generation).toBe(3);
    given({ kind: 'roll-back', generation: 99 }, 2);
    await until(() =>
      cms.reports.some(({ state }) => state.kind === 'refused' && state.message.includes('Edition 99 is not kept')),
    );
    given({ kind: 'release' }, 3);
    await until(() => seqOf() === seq + 1);
    expect(machine.edition()).toMatchObject({ generation: 5, paused: null, order: 3 });
    given({ kind: 'publish' }, 4);
    await until(() => cms.reports.at(-1)?.state.kind === 'nothing');
    await until(isWaiting);
    expect(machine.edition().generation).toBe(5);
    // Nothing is told of the refused order twice.
    expect(cms.reports.filter(({ state }) => state.kind === 'refused')).toHaveLength(1);
  });

  it('ends cleanly when it is told to, in the middle of a run as well', async () => {
    await until(isWaiting);
    retitle('Первое');
    await until(() => cms.reports.at(-1)?.state.kind === 'working');
    publisher.child.kill('SIGTERM');
    expect(await publisher.ended).toBe(0);
    expect(publisher.output()).toContain('Stopped. The edition that is live stays.');
    publisher = machine.start('scripts/publish/publisher.ts');
    await until(() => seqOf() === cms.head());
  });
});

describe('a publisher that is frozen in a run', { timeout: limit }, () => {
  it('is taken over by another one; when it wakes it leaves the newer edition, and goes on', async () => {
    await until(isWaiting);
    retitle('Первое');
    await until(() => cms.reports.some(({ state }) => state.kind === 'working' && state.stage === 'draw'));
    publisher.child.kill('SIGSTOP');
    const seq = retitle('Второе');
    const other = await machine.run('scripts/publish/publish-site.ts');
    expect(other).toEqual({ code: 0, output: expect.stringMatching(/Waiting for .* which is publishing[\s\S]*is live/) });
    const live = machine.edition();
    expect(live.seq).toBe(seq);
    publisher.child.kill('SIGCONT');
    await until(() => publisher.output().includes('took this run over'));
    await until(isWaiting);
    expect(machine.edition()).toEqual(live);
    const next = retitle('Третье');
    await until(() => seqOf() === next);
  });
});

describe('a disk that is full', { timeout: limit }, () => {
  it('ends no publisher: it says so, and goes on', async () => {
    publisher.child.kill('SIGKILL');
    await publisher.ended;
    const fault = { NODE_OPTIONS: `--import=${faultAtStep}`, FAULT: 'full', FAULT_AT: 'mkdirSync .*/work/' };
    Object.assign(machine.environment, fault, { FAULT_BELOW: machine.places.root });
    publisher = machine.start('scripts/publish/publisher.ts');
    await until(() => publisher.output().includes('The disk is full'));
    await until(() => cms.asked.at(-1)?.startsWith('changes/wait') === true);
    publisher.child.kill('SIGTERM');
    expect(await publisher.ended).toBe(0);
    expect(publisher.output()).toContain('Stopped. The edition that is live stays.');
  });
});
