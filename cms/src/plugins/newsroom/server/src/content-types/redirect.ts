import { redirectKinds } from '@newsroom/shared/redirect';

/** What is answered at an address that a page has left. */
export default {
  kind: 'collectionType',
  collectionName: 'newsroom_redirects',
  info: { singularName: 'redirect', pluralName: 'redirects', displayName: 'Redirect' },
  options: { draftAndPublish: false },
  attributes: {
    kind: { type: 'enumeration', enum: [...redirectKinds], default: 'moved', required: true },
    from: { type: 'string', maxLength: 250 },
    /** Empty where the page is gone. */
    to: { type: 'string', maxLength: 250 },
  },
};
