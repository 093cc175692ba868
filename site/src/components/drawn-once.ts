const drawn = new WeakMap<object, string>();

/** What was drawn of an object: it is drawn when it is asked for first, as long as the object is there. */
export async function drawnOnce(of: object, draw: () => Promise<string>): Promise<string> {
  const known = drawn.get(of) ?? (await draw());
  drawn.set(of, known);
  return known;
}
