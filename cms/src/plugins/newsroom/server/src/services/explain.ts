/** What is wrong with a field, for the editor who filled it in, where the contract's own words would not help. */
const explanations: Record<string, string> = {
  title: 'The title is missing.',
  name: 'The name is missing.',
  electionBody: 'The name of the election body is missing.',
  publisher: 'The publisher is missing.',
  slug: 'The slug may have only small Latin letters, digits and single hyphens between them, such as "results-of-the-vote", and not be "page-" with a number.',
  website: 'The website must be a whole address that begins with https:// or http://.',
  countryCode: 'The country code must be the two capital letters of a country, such as KZ (ISO 3166-1).',
};

/**
 * @param field the field's name in the contract
 * @param found what the schema found
 */
export function explain(field: string, found: string): string {
  return explanations[field] ?? `The field "${field}" is not as it should be: ${found}.`;
}
