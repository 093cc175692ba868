/** A link of the site's footer: to a web page, a mail address, or a path of the site itself. */
export default {
  collectionName: 'components_newsroom_links',
  info: { displayName: 'Link', icon: 'link' },
  attributes: {
    label: { type: 'string', maxLength: 120 },
    href: { type: 'string', maxLength: 250 },
  },
};
