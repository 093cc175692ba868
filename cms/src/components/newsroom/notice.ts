import { noticeKinds } from '@newsroom/shared/press-release';

/** What stands above a text that is not as it was. */
export default {
  collectionName: 'components_newsroom_notices',
  info: { displayName: 'Notice', icon: 'bell' },
  attributes: {
    kind: { type: 'enumeration', enum: [...noticeKinds], default: 'corrected', required: true },
    /** A withdrawal must say why. */
    reason: { type: 'text', maxLength: 2000 },
  },
};
