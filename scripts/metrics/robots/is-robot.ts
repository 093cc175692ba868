import { isbot } from 'isbot';
import counter from './counter-robots.json' with { type: 'json' };

/** Robots that neither list knows, by what their names hold. */
const others = /GTmetrix|\bYLT\b|Miniature\.io|turingos/;

/** What the lists take for a robot and is none: makes of telephones, and an application in which people read. */
const innocent = /\b(?:cubot|motorola|yandexsearch)\b/gi;

/** The COUNTER list is meant for names in capitals and small letters alike. */
const counterRobots = new RegExp(counter.patterns.map((pattern) => `(?:${pattern})`).join('|'), 'i');

/**
 * Whether a program's name for itself is that of a robot: by `isbot`, by the list of the COUNTER Code of Practice, or
 * by our own short list. Who hides behind a browser's name is not found here.
 */
export function isRobot(agent: string): boolean {
  const name = agent.replace(innocent, '');
  return isbot(name) || others.test(name) || counterRobots.test(name);
}
