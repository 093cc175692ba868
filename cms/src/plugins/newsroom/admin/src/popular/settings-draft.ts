import { settingsRequestSchema } from '@newsroom/shared/popular-desk';
import type { PopularSettings } from '@newsroom/shared/site-settings';

/** The settings as somebody types them. */
export type SettingsDraft = Record<keyof PopularSettings, string>;

/** The fields in the order of the form, with what may stand in them. */
export const settingsFields = [
  { name: 'windowDays', min: 1, max: 365, isWhole: true },
  { name: 'halfLifeDays', min: 0.1, max: 365, isWhole: false },
  { name: 'commentWeight', min: 0, max: 10_000, isWhole: true },
  { name: 'reactionWeight', min: 0, max: 10_000, isWhole: true },
  { name: 'size', min: 1, max: 100, isWhole: true },
] as const satisfies { name: keyof PopularSettings; min: number; max: number; isWhole: boolean }[];

export function draftOf(settings: PopularSettings): SettingsDraft {
  const texts = Object.entries(settings).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return Object.fromEntries(texts) as SettingsDraft;
}

/** What was typed, or the fields in which it is nothing that the settings can be. */
export type ReadDraft = { kind: 'settings'; settings: PopularSettings } | { kind: 'faults'; fields: (keyof PopularSettings)[] };

export function readDraft(draft: SettingsDraft): ReadDraft {
  const numbers = Object.entries(draft).map(([name, text]) => [name, numberFrom(text, name === 'halfLifeDays')]);
  const parsed = settingsRequestSchema.safeParse(Object.fromEntries(numbers));
  if (parsed.success) return { kind: 'settings', settings: parsed.data };
  const fields = parsed.error.issues.map(({ path: [field] }) => field as keyof PopularSettings);
  return { kind: 'faults', fields: [...new Set(fields)] };
}

export function isSameSettings(one: PopularSettings, other: PopularSettings): boolean {
  return settingsFields.every(({ name }) => one[name] === other[name]);
}

/** Both signs before decimals are written in the office. @example '0,5' // => 0.5 */
function numberFrom(text: string, mayBeEmpty: boolean): number | null {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return mayBeEmpty ? null : Number.NaN;
  return /^\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}
