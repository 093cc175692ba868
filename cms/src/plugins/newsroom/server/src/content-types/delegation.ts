import { localised, shared } from './localisation';

export default {
  kind: 'collectionType',
  collectionName: 'delegations',
  info: { singularName: 'delegation', pluralName: 'delegations', displayName: 'Delegation' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    electionBody: { type: 'string', required: true, maxLength: 300, pluginOptions: localised },
    countryCode: { type: 'string', required: true, minLength: 2, maxLength: 2, regex: '^[A-Z]{2}$', pluginOptions: shared },
    slug: { type: 'string', maxLength: 120, pluginOptions: localised },
    description: { type: 'text', pluginOptions: localised },
    website: { type: 'string', pluginOptions: shared },
  },
};
