import { directoryFields, participantFields } from './directory-fields';
import { localised, shared } from './localisation';
import { slugField, slugIndex } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'delegations',
  info: { singularName: 'delegation', pluralName: 'delegations', displayName: 'Delegation' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  ...slugIndex('delegations'),
  attributes: {
    /** Empty where nobody translated it yet; the version in the source language must have it. */
    electionBody: { type: 'string', maxLength: 250, pluginOptions: localised },
    countryCode: { type: 'string', maxLength: 2, pluginOptions: shared },
    slug: slugField('delegation'),
    head: { type: 'component', component: 'newsroom.person', repeatable: false, pluginOptions: localised },
    members: { type: 'component', component: 'newsroom.person', repeatable: true, max: 200, pluginOptions: localised },
    ...participantFields,
    ...directoryFields,
  },
};
