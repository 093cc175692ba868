import { type Edition, editionSchema, editionSizeLimit } from '@newsroom/shared/edition';
import { send } from './send';

/** How long the site may take, in milliseconds. */
const patience = 3000;

/** What the site says it is now. @throws Error in words */
export async function readEdition(url: URL, signal: AbortSignal): Promise<Edition> {
  const headers = { Accept: 'application/json', 'Cache-Control': 'no-cache', 'User-Agent': 'newsroom' };
  const { status, text } = await send({
    url,
    method: 'GET',
    headers,
    inside: true,
    limit: editionSizeLimit,
    time: patience,
    signal,
  });
  if (status !== 200) throw new Error(`${url.href} answered ${status}`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(`${url.href} is no JSON`);
  }
  const parsed = editionSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${url.href} is no edition of the newsroom: ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
}
