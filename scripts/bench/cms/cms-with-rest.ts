import { freePort } from '../../e2e/own-newsroom.ts';
import type { RestingNewsroom } from '../../faults/newsroom.ts';
import { Failure } from '../../machine/failure.ts';

/** A CMS that answers by the feed and by Strapi's REST interface. */
export interface CmsWithRest {
  pid: number;
  origin: string;
  /** For the REST interface. */
  restToken: string;
  end(): Promise<void>;
}

const script = 'cms/test/archive/serve-with-rest.ts';

/**
 * Starts one on a newsroom's database; resolves when it answers and has compared its log. This CMS has no REST interface
 * of its own, so its peer is what Strapi's own factories make of the same types, in the same process, for an API token.
 */
export async function startCmsWithRest(newsroom: RestingNewsroom): Promise<CmsWithRest> {
  const port = await freePort();
  const program = newsroom.command(script, [], { NODE_ENV: 'production', CMS_PORT: String(port) });
  const told = await Promise.race([program.message, program.ended]);
  if (typeof told !== 'object' || told === null || !('token' in told)) {
    throw new Failure(`The CMS to be measured does not come up. The end of its log:\n${newsroom.logOf(script)}`);
  }
  return { pid: program.pid, origin: `http://127.0.0.1:${port}`, restToken: String(told.token), end: () => program.kill() };
}
