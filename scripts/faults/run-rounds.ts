import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Random, seededRandom } from '../scale/random.ts';
import { actInPeace, mendAllHeld } from './act-in-peace.ts';
import { compareWithDrawnAnew } from './compare-drawn.ts';
import { startCrawler } from './crawler.ts';
import { type Editor, startEditor } from './editor.ts';
import { type Fault, faultsAt, nameOf, strike } from './fault.ts';
import { Findings } from './findings.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import { waitForQuiet } from './quiet.ts';

export interface Account {
  findings: Findings;
  /** How often each fault was planted, and how often it hit: a stage that was not reached in time is not. */
  rows: Map<string, { planted: number; hit: number }>;
  acts: Map<string, number>;
  statuses: Map<number, number>;
  compared: number;
  /** How many files were compared with a site that was drawn from nothing. */
  files: number;
}

/** So many rounds are played between two quiet moments at which all is looked at. */
const betweenQuiet = 8;

/** How long a stage is waited for, in milliseconds; then the round goes on without its fault. */
const patience = 45_000;

/** What is done to a newsroom, one after the other. */
export interface Course {
  /** So many acts of the editor while all is well. */
  acts: number;
  /** So many faults while the editor works. */
  rounds: number;
}

/** Plays a course against a newsroom of its own, while an editor and a reader work. */
export async function runRounds({ acts: peaceful, rounds }: Course, seed: number): Promise<Account> {
  const findings = new Findings();
  // Each has its own, so that the order of faults does not depend on how quick the others are.
  const chanceOf = (number: number) => seededRandom(seed + number);
  const [chance, editors, readers, pauses] = [chanceOf(0), chanceOf(1), chanceOf(2), chanceOf(3)];
  console.log('· Setting a newsroom up …');
  const newsroom = await startNewsroom();
  try {
    const editor = await startEditor(newsroom, editors);
    const stages = await learnStages(newsroom, editor, findings);
    console.log(`· The publisher's stages: ${stages.join(', ')}`);
    const crawler = startCrawler(newsroom, editor.expectations, findings, readers);
    const [rows, acts]: [Account['rows'], Account['acts']] = [new Map(), new Map()];
    const tally = (told: string) => acts.set(told, (acts.get(told) ?? 0) + 1);
    if (peaceful > 0) {
      await actInPeace(peaceful, { editor, chance: pauses, findings, tally });
      await waitForQuiet(newsroom, editor.expectations, findings);
    }
    let faults: Fault[] = [];
    for (findings.round = 1; findings.round <= rounds; findings.round += 1) {
      if (faults.length === 0) faults = chance.shuffled(faultsAt(stages));
      const fault = faults.pop() as Fault;
      const hit = await playRound(fault, { newsroom, editor, chance, tally });
      const row = rows.get(nameOf(fault)) ?? { planted: 0, hit: 0 };
      rows.set(nameOf(fault), { planted: row.planted + 1, hit: row.hit + Number(hit) });
      console.log(`· ${findings.round}/${rounds} ${nameOf(fault)}${hit ? '' : ' (not reached)'}`);
      await bringUp(newsroom, fault, findings);
      if (findings.round % betweenQuiet === 0) await waitForQuiet(newsroom, editor.expectations, findings);
    }
    findings.round = rounds;
    const live = await mendAllHeld(newsroom, editor, findings);
    await crawler.stop();
    const files = live === undefined ? 0 : await compareWithDrawnAnew(newsroom, live, findings);
    return { findings, rows, acts, statuses: crawler.statuses, compared: crawler.compared(), files };
  } finally {
    await newsroom.end();
  }
}

/** Publishes something in peace, and reads in which words the publisher has told its stages since its start. */
async function learnStages(newsroom: Newsroom, editor: Editor, findings: Findings): Promise<string[]> {
  for (let number = 0; number < 3; number += 1) await editor.publishNew();
  await waitForQuiet(newsroom, editor.expectations, findings);
  const told = readFileSync(newsroom.publisherLog, 'utf8').matchAll(/^\S+ · ([^:…\n]+) …$/gm);
  return [...new Set([...told].map(([, words = '']) => words))].filter((words) => !words.startsWith('Waiting'));
}

interface Round {
  newsroom: Newsroom;
  editor: Editor;
  chance: Random;
  tally: (told: string) => void;
}

/** @returns whether the fault hit anything */
async function playRound(fault: Fault, { newsroom, editor, chance, tally }: Round): Promise<boolean> {
  const { when } = fault;
  const reached = when.kind === 'stage' ? newsroom.programs.publisher.says(new RegExp(`^· ${when.words} …`)) : undefined;
  const working = Promise.all(
    Array.from({ length: 1 + chance.below(3) }, async () => {
      const { act, answer } = await editor.doSomething();
      tally(`${act}: ${answer}`);
    }),
  );
  // Whoever waits for the acts to end lets the CMS live until then.
  if (when.kind === 'act') await pause(chance.below(400));
  if (when.kind === 'any time') await pause(chance.below(5000));
  if (reached !== undefined) {
    const isReached = await Promise.race([reached.then(() => true), pause(patience).then(() => false)]);
    if (!isReached) {
      await working;
      return false;
    }
    if (chance.below(2) === 0) await pause(chance.below(600));
  }
  const hit = await strike(fault, newsroom, chance);
  if (!newsroom.programs.cms.isRunning()) await newsroom.startCms();
  await working;
  return hit;
}

/** Starts again what was killed. What ended by itself is a finding. */
async function bringUp(newsroom: Newsroom, { victim, how }: Fault, findings: Findings): Promise<void> {
  const killed = how === 'killed' ? victim : undefined;
  const { cms, publisher } = newsroom.programs;
  if (!cms.isRunning() && killed !== 'CMS' && killed !== 'both') findings.add('ended', `the CMS, with ${await cms.ended}`);
  if (!publisher.isRunning() && killed !== 'publisher' && killed !== 'both')
    findings.add('ended', `the publisher, with ${await publisher.ended}`);
  await newsroom.startCms();
  newsroom.startPublisher();
}
