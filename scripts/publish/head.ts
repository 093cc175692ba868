import { type DeskAnswer, deskAnswerSchema } from '@newsroom/shared/desk-order';
import { askCms } from './ask-cms.ts';
import { Refusal } from './refusal.ts';

/** What is known already, so that the CMS answers when there is something newer. */
export interface Known {
  state: { epoch: string; seq: number; mark: string } | null;
  /** The newest of the desk's orders that was carried out. */
  order: number;
}

/**
 * What should be live, and the desk's orders since one.
 *
 * @param seconds how long to wait for something newer
 * @throws Refusal `cms` where the CMS does not answer, or not as it should
 */
export async function askHead({ state, order }: Known, seconds: number, signal?: AbortSignal): Promise<DeskAnswer> {
  const question = new URLSearchParams({ order: String(order), seconds: String(seconds) });
  for (const [name, value] of Object.entries({ ...(state && { epoch: state.epoch, since: state.seq, mark: state.mark }) }))
    question.set(name, String(value));
  const asked = `changes/wait?${question}`;
  const within = (seconds + 30) * 1000;
  let answer = await askCms(asked, { within, signal });
  // What we know is no state of its history: what it has is newer, whatever that is.
  if (answer.kind === 'other-history') answer = await askCms(`changes/wait?order=${order}&seconds=0`, { signal });
  if (answer.kind === 'other-history') throw new Refusal('cms', `The CMS does not say what should be live: ${answer.why}`);
  const parsed = deskAnswerSchema.safeParse(await answer.response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'cms',
    'The CMS does not say what should be live in a way that this publisher reads. Are both of one version? The site stays as it was.',
  );
}
