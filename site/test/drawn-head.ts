import type { Json } from '@newsroom/shared/canonical-json';

/** What a drawn page says in its head to search engines and to those who share it. */
export interface DrawnHead {
  /** Properties of Open Graph; the last where one comes more than once. */
  properties: Record<string, string>;
  /** The blocks of JSON-LD by their type. */
  data: Record<string, { [key: string]: Json }>;
}

/** Reads them as a browser would: a script ends at the first `</script`. */
export function readDrawnHead(html: string): DrawnHead {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script/gs)].map(
    ([, text = '']): { [key: string]: Json } => JSON.parse(text),
  );
  const properties = [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
    name,
    content,
  ]);
  return { properties: Object.fromEntries(properties), data: Object.fromEntries(blocks.map((block) => [block['@type'], block])) };
}
