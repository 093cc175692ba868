/**
 * Fields that bear the mark of what must be filled in, by type or component. Strapi's schemas do not require them:
 * its own check would speak before the newsroom's, which says what is missing and why.
 */
export const neededFields: Record<string, readonly string[]> = {
  'press-release': ['title'],
  delegation: ['countryCode'],
  accreditation: ['event'],
  page: ['title'],
  redirect: ['from'],
  'site-settings': ['name', 'publisher'],
  picture: ['file', 'alternativeText'],
  attachment: ['file'],
  correction: ['at', 'text'],
  person: ['name'],
  link: ['label', 'href'],
};
