import { z } from 'zod';
import type { PopularSettings } from './site-settings.ts';

/** How a list of what is read most is computed; see `ranking.ts`. */
export const popularRuleSchema = z.strictObject({
  /** How many local days count, the last one included; null: all that were ever counted. */
  windowDays: z.int().min(1).max(365).nullable(),
  /** How many views a comment is worth. */
  commentWeight: z.int().min(0).max(10_000),
  /** How many views a reaction is worth. */
  reactionWeight: z.int().min(0).max(10_000),
  /** After how many days a view counts half; null: never. A list over all days has none. */
  halfLifeDays: z.number().positive().max(365).nullable(),
  /** How many releases the list has at most. */
  size: z.int().min(1).max(100),
});

export type PopularRule = z.infer<typeof popularRuleSchema>;

/** Whether two rules compute the same list. */
export function isSameRule(one: PopularRule, other: PopularRule): boolean {
  return popularRuleSchema.keyof().options.every((name) => one[name] === other[name]);
}

/** The lists that the site has: by the office's own settings, and plain "most read" of four stretches of time. */
export const popularPeriods = ['now', 'today', 'week', 'month', 'all-time'] as const;

export type PopularPeriod = (typeof popularPeriods)[number];

export const popularPeriodSchema = z.enum(popularPeriods);

const daysOf: Record<Exclude<PopularPeriod, 'now'>, number | null> = { today: 1, week: 7, month: 30, 'all-time': null };

/** By which rule the list of a period is computed: "now" as the office set it, the others without a half-life. */
export function ruleOfPeriod(period: PopularPeriod, settings: PopularSettings): PopularRule {
  return period === 'now' ? settings : { ...settings, windowDays: daysOf[period], halfLifeDays: null };
}
