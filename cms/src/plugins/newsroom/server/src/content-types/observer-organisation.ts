import { organisationKinds } from '@newsroom/shared/observer-organisation';
import { localised, shared } from './localisation';

export default {
  kind: 'collectionType',
  collectionName: 'observer_organisations',
  info: { singularName: 'observer-organisation', pluralName: 'observer-organisations', displayName: 'Observer organisation' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    name: { type: 'string', required: true, maxLength: 300, pluginOptions: localised },
    acronym: { type: 'string', maxLength: 40, pluginOptions: localised },
    slug: { type: 'string', maxLength: 120, pluginOptions: localised },
    kind: {
      type: 'enumeration',
      enum: [...organisationKinds],
      default: 'intergovernmental',
      required: true,
      pluginOptions: shared,
    },
    description: { type: 'text', pluginOptions: localised },
    website: { type: 'string', pluginOptions: shared },
  },
};
