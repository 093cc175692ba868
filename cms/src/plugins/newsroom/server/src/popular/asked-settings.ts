import { settingsRequestSchema } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import type { z } from 'zod';

/**
 * The settings that a query of an address asks for: what it does not name is as it is in force, an empty half-life is
 * none.
 */
export function askedSettings(query: Record<string, unknown>, inForce: PopularSettings): z.ZodSafeParseResult<PopularSettings> {
  const given = Object.keys(inForce).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    return [[name, name === 'halfLifeDays' && value === '' ? null : numberFrom(value)]];
  });
  // What is in force was taken in before, by whatever rules held then.
  if (given.length === 0) return { success: true, data: inForce };
  return settingsRequestSchema.safeParse({ ...inForce, ...Object.fromEntries(given) });
}

function numberFrom(value: unknown): number {
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}
