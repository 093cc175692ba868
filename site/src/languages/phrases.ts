/**
 * Puts texts into a phrase at its `{name}` marks.
 *
 * @throws Error when the phrase has a mark without a text: a fault in the words, not in the content.
 * @example fill('News: {month}', { month: 'June 2022' }) // => 'News: June 2022'
 */
export function fill(phrase: string, texts: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`The phrase "${phrase}" wants a text for {${name}}.`);
    return text;
  });
}
