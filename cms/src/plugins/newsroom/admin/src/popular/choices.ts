import type { ChoicesRequest, Decision, PopularDesk } from '@newsroom/shared/popular-desk';

type Choices = PopularDesk['choices'];

/** The most that can be pinned. */
export const mostPins = 10;

/** What is decided, as it is sent; with other pins or exclusions in the place of those that there are. */
function sent({ revision, pins, exclusions }: Choices, other: { pins?: Chosen[]; exclusions?: Chosen[] }): ChoicesRequest {
  return { pins: other.pins ?? pins.map(chosen), exclusions: other.exclusions ?? exclusions.map(chosen), basedOn: revision };
}

type Chosen = ChoicesRequest['pins'][number];

function chosen({ release, reason }: Decision): Chosen {
  return reason === null ? { release } : { release, reason };
}

const others = (decisions: Decision[], release: string) => decisions.filter((one) => one.release !== release).map(chosen);

/** How many of the pinned releases that readers can find have no place in the list, since it is shorter. */
export function surplusPins({ choices, inForce, releases }: Pick<PopularDesk, 'choices' | 'inForce' | 'releases'>): number {
  const published = new Set(releases.filter(({ state }) => state === 'published').map(({ id }) => id));
  return Math.max(0, choices.pins.filter(({ release }) => published.has(release)).length - inForce.size);
}

/** The choices with a release pinned behind the others; it is no longer left out. */
export function withPin(choices: Choices, release: string): ChoicesRequest {
  return sent(choices, {
    pins: [...others(choices.pins, release), { release }],
    exclusions: others(choices.exclusions, release),
  });
}

/** The choices with a release left out; it is no longer pinned. */
export function withExclusion(choices: Choices, release: string): ChoicesRequest {
  return sent(choices, {
    pins: others(choices.pins, release),
    exclusions: [...others(choices.exclusions, release), { release }],
  });
}

/** The choices without anything decided about a release. */
export function without(choices: Choices, release: string): ChoicesRequest {
  return sent(choices, { pins: others(choices.pins, release), exclusions: others(choices.exclusions, release) });
}

/** The choices with a pin one place further up (-1) or down (1); the same where it is at the end already. */
export function withMove(choices: Choices, release: string, by: -1 | 1): ChoicesRequest {
  const pins = choices.pins.map(chosen);
  const from = pins.findIndex((one) => one.release === release);
  const [moved] = pins.splice(from, 1);
  if (moved !== undefined) pins.splice(Math.min(Math.max(from + by, 0), pins.length), 0, moved);
  return sent(choices, { pins });
}

/** The choices with another reason for what is decided about a release. */
export function withReason(choices: Choices, release: string, reason: string): ChoicesRequest {
  const changed = (decisions: Decision[]) =>
    decisions.map((one) => chosen(one.release === release ? { ...one, reason: reason.trim() || null } : one));
  return sent(choices, { pins: changed(choices.pins), exclusions: changed(choices.exclusions) });
}
