/**
 * Makes something of an object once. A snapshot gives the same object again for a while, and lists of many pages name it.
 *
 * @param make a pure function
 */
export function onceOf<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}
