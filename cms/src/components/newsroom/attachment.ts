/** A file to be taken along. */
export default {
  collectionName: 'components_newsroom_attachments',
  info: { displayName: 'Attachment', icon: 'attachment' },
  attributes: {
    file: { type: 'media', multiple: false, allowedTypes: ['images', 'files'] },
    /** Empty: the file's name says it. */
    title: { type: 'string', maxLength: 200 },
  },
};
