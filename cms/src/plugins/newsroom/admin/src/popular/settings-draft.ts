import { type PopularDesk, settingsRequestSchema } from '@newsroom/shared/popular-desk';
import { isSameRule } from '@newsroom/shared/popular-rule';
import type { PopularSettings } from '@newsroom/shared/site-settings';

/** The settings as texts. */
export type SettingsTexts = Record<keyof PopularSettings, string>;

/** What somebody changes about the settings. */
export interface SettingsDraft {
  /** What was typed, field by field: the others are as they are in force, also when that changes meanwhile. */
  typed: Partial<SettingsTexts>;
  /** What was in force when the typing began. */
  begunAt: PopularSettings;
  /** What was saved of it: it is shown until the CMS says that it is in force. */
  saved?: PopularSettings;
}

/** The fields in the order of the form, with what may stand in them. */
export const settingsFields = [
  { name: 'windowDays', min: 1, max: 365, isWhole: true },
  { name: 'halfLifeDays', min: 0.1, max: 365, isWhole: false },
  { name: 'commentWeight', min: 0, max: 10_000, isWhole: true },
  { name: 'reactionWeight', min: 0, max: 10_000, isWhole: true },
  { name: 'size', min: 1, max: 100, isWhole: true },
] as const satisfies { name: keyof PopularSettings; min: number; max: number; isWhole: boolean }[];

export function textsOf(settings: PopularSettings): SettingsTexts {
  const texts = Object.entries(settings).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return Object.fromEntries(texts) as SettingsTexts;
}

/** The draft after something was typed into a field. @param inForce what the page shows as in force */
export function withTyped(
  draft: SettingsDraft | undefined,
  inForce: PopularSettings,
  name: keyof PopularSettings,
  text: string,
): SettingsDraft {
  return { typed: { ...draft?.typed, [name]: text }, begunAt: draft?.saved ?? draft?.begunAt ?? inForce };
}

/** Whether somebody else saved settings since the typing began. */
export function isOvertaken({ begunAt, saved }: SettingsDraft, inForce: PopularSettings): boolean {
  return saved === undefined && !isSameRule(begunAt, inForce);
}

/** Whether nothing is left of a draft: what was saved is in force, or nothing may be changed any more. */
export function isOver({ saved }: SettingsDraft, { inForce, silence, mayDecide }: PopularDesk): boolean {
  return silence !== null || !mayDecide || (saved !== undefined && isSameRule(saved, inForce));
}

/** What was typed, or the fields in which it is nothing that the settings can be. */
export type ReadDraft =
  | { kind: 'settings'; settings: Partial<PopularSettings> }
  | { kind: 'faults'; fields: (keyof PopularSettings)[] };

/** @param typed all fields, or some of them */
export function readTexts(typed: Partial<SettingsTexts>): ReadDraft {
  const numbers = Object.entries(typed).map(([name, text]) => [name, numberFrom(text, name === 'halfLifeDays')]);
  const parsed = settingsRequestSchema.partial().safeParse(Object.fromEntries(numbers));
  if (parsed.success) return { kind: 'settings', settings: parsed.data as Partial<PopularSettings> };
  const fields = parsed.error.issues.map(({ path: [field] }) => field as keyof PopularSettings);
  return { kind: 'faults', fields: [...new Set(fields)] };
}

/** Both signs before decimals are written in the office. @example '0,5' // => 0.5 */
function numberFrom(text: string, mayBeEmpty: boolean): number | null {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return mayBeEmpty ? null : Number.NaN;
  return /^\d+(?:\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}
