import { accreditationStages } from '@newsroom/shared/accreditation';

/** It has neither texts nor drafts: a number for a day. A later day is a new one. */
export default {
  kind: 'collectionType',
  collectionName: 'accreditations',
  info: { singularName: 'accreditation', pluralName: 'accreditations', displayName: 'Accreditation' },
  options: { draftAndPublish: false },
  attributes: {
    event: { type: 'relation', relation: 'oneToOne', target: 'plugin::newsroom.event' },
    delegation: { type: 'relation', relation: 'oneToOne', target: 'plugin::newsroom.delegation' },
    observerOrganisation: { type: 'relation', relation: 'oneToOne', target: 'plugin::newsroom.observer-organisation' },
    observers: { type: 'integer', required: true },
    stage: { type: 'enumeration', enum: [...accreditationStages], default: 'applied', required: true },
    asOf: { type: 'date', required: true },
  },
};
