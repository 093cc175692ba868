/** A file of JSON that people may look into; what is answered in its place goes on as it is. */
export function jsonAnswer(shaped: object | Response): Response {
  if (shaped instanceof Response) return shaped;
  return new Response(`${JSON.stringify(shaped, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
}
