import { correctionKinds } from '@newsroom/shared/press-release';

/** What was set right in a text after its publication. */
export default {
  collectionName: 'components_newsroom_corrections',
  info: { displayName: 'Correction', icon: 'pencil' },
  attributes: {
    at: { type: 'datetime' },
    kind: { type: 'enumeration', enum: [...correctionKinds], default: 'minor', required: true },
    text: { type: 'text', maxLength: 2000 },
  },
};
