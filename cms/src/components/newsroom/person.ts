/** Somebody by name, and what they are. */
export default {
  collectionName: 'components_newsroom_people',
  info: { displayName: 'Person', icon: 'user' },
  attributes: {
    name: { type: 'string', maxLength: 200 },
    role: { type: 'string', maxLength: 250 },
  },
};
