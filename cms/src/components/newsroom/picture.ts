/** A picture with what is said of it in one language. */
export default {
  collectionName: 'components_newsroom_pictures',
  info: { displayName: 'Picture', icon: 'picture' },
  attributes: {
    file: { type: 'media', multiple: false, allowedTypes: ['images'] },
    /** What the picture shows, for those who do not see it. */
    alternativeText: { type: 'text', maxLength: 500 },
    caption: { type: 'text', maxLength: 500 },
    credit: { type: 'string', maxLength: 200 },
  },
};
