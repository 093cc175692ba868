import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentOf, logIn, requestsTo } from './newsroom';
import { type Cluster, postgresFor, startCluster } from './postgres/cluster';
import { type StrapiProcess, startStrapi } from './postgres/strapi-process';
import { answering, type Received, type Stub, startStub, until } from './stubs';

/** Every start of a process counts, and a busy machine takes long for one. */
const patience = 240_000;

const secret = `whsec_${Buffer.from('a-secret-of-thirty-two-bytes-!!!').toString('base64')}`;

/** One of the processes of a newsroom, at which an editor works. */
interface Process extends StrapiProcess {
  /** Publishes a release. */
  publish(title: string): Promise<void>;
}

async function startProcess(environment: Record<string, string>): Promise<Process> {
  const started = await startStrapi(environment);
  const request = requestsTo(started.origin);
  const token = await logIn(request);
  const releases = '/content-manager/collection-types/plugin::newsroom.press-release';
  return {
    ...started,
    async publish(title) {
      const made = await request('POST', `${releases}?locale=kk`, { token, body: { title } });
      const id = made.body.data?.documentId;
      const { status, text } = await request('POST', `${releases}/${id}/actions/publish?locale=kk`, { token, body: {} });
      expect([made.status, status, text]).toEqual([201, 200, expect.anything()]);
    },
  };
}

const programs = postgresFor('the desk of two processes');
const databases = [
  { name: 'a file of SQLite', isThere: true, make: async () => undefined },
  { name: 'PostgreSQL', isThere: programs !== undefined, make: () => startCluster(programs ?? '') },
];

for (const { name, isThere, make } of databases) {
  describe.skipIf(!isThere)(`two processes on ${name}`, () => {
    let hook: Stub;
    let cluster: Cluster | undefined;
    let environment: Record<string, string>;
    const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-cms-'));
    const processes: Process[] = [];
    const start = async () => {
      const one = await startProcess(environment);
      processes.push(one);
      return one;
    };
    beforeAll(async () => {
      hook = await startStub(answering(204));
      cluster = await make();
      environment = environmentOf(folder, {
        NEWSROOM_CALL: 'webhook',
        NEWSROOM_CALL_URL: hook.origin,
        NEWSROOM_CALL_SECRET: secret,
        NEWSROOM_CALL_ALLOWED_HOSTS: '127.0.0.1',
        NEWSROOM_CALL_QUIET: '1',
        ...(cluster === undefined ? {} : { DATABASE_URL: cluster.url }),
      });
      // The first makes the tables, and has the duty when the second comes.
      for (let number = 0; number < 2; number += 1) await start();
    }, patience);
    afterAll(async () => {
      for (const one of processes) {
        one.child.kill('SIGCONT');
        await one.stop();
      }
      cluster?.stop();
      await hook.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const seqOf = ({ body }: Received): number => JSON.parse(body).data.seq;
    /** Waits for a call for more than was called for before. @returns all calls that came */
    const moreThan = (seq: number) => until(() => hook.received.some((one) => seqOf(one) > seq) && hook.received.slice());
    const newest = () => Math.max(0, ...hook.received.map(seqOf));
    /** Long enough for whoever believes that it has the duty to act, too. */
    const settle = () => new Promise((resolve) => setTimeout(resolve, 4000));

    it(
      'one of them calls, whichever published',
      async () => {
        await moreThan(0);
        for (const one of processes) {
          const before = newest();
          await one.publish('Бірге');
          await moreThan(before);
        }
        await settle();
        const states = hook.received.map(({ body }) => body.replace(/"timestamp":"[^"]*"/, ''));
        expect(new Set(states).size).toBe(states.length);
      },
      patience,
    );

    it(
      'both publish at once, while the desk writes what it has to remember',
      async () => {
        const before = newest();
        for (let round = 0; round < 5; round += 1) await Promise.all(processes.map((one) => one.publish(`Қатар ${round}`)));
        await moreThan(before);
        await settle();
      },
      patience,
    );

    it(
      'the other one calls when the first is killed between the publication and the call',
      async () => {
        const [first] = processes;
        const before = newest();
        await first?.publish('Қаза');
        first?.child.kill('SIGKILL');
        expect(newest()).toBe(before);
        const calls = await moreThan(before);
        expect(calls.filter((one) => seqOf(one) > before)).toHaveLength(1);
      },
      patience,
    );

    it(
      'a new one takes over at once from one that is stopped',
      async () => {
        const third = await start();
        await processes[1]?.stop();
        const before = newest();
        await third.publish('Жаңа');
        await moreThan(before);
      },
      patience,
    );

    it(
      'one that was frozen meanwhile calls for nothing that was called for',
      async () => {
        const frozen = processes[2];
        const fourth = await start();
        frozen?.child.kill('SIGSTOP');
        const before = newest();
        await fourth.publish('Мұз');
        await moreThan(before);
        frozen?.child.kill('SIGCONT');
        await settle();
        expect(hook.received.filter((one) => seqOf(one) > before)).toHaveLength(1);
        const called = newest();
        await frozen?.publish('Еріді');
        await moreThan(called);
      },
      patience,
    );
  });
}
