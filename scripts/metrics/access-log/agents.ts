import { hash } from 'node:crypto';
import { isRobot } from '../robots/is-robot.ts';
import { makesPreviews } from '../robots/makes-previews.ts';
import type { LogLine } from './log-line.ts';

/** A program that asked, by its own name for itself. */
export interface Agent {
  kind: 'person' | 'robot' | 'preview' | 'empty-agent';
  /** Two halves of a number that stands for the name. */
  high: number;
  low: number;
}

/** So many programs are remembered before all are forgotten: an attacker can invent any number. */
const remembered = 20_000;

/** Judges programs, each name once. */
export class Agents {
  readonly #known = new Map<string, Agent>();

  of(line: LogLine): Agent {
    const name = line.text(line.agentStart, line.agentEnd);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const digest = hash('sha256', name, 'buffer');
    const made = { kind: kindOf(name), high: digest.readInt32LE(0), low: digest.readInt32LE(4) };
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(name, made);
    return made;
  }
}

function kindOf(name: string): Agent['kind'] {
  if (name.trim() === '' || name === '-') return 'empty-agent';
  if (makesPreviews(name)) return 'preview';
  return isRobot(name) ? 'robot' : 'person';
}
