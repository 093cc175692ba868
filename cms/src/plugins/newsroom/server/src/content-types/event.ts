import { eventKinds, eventPhases } from '@newsroom/shared/event';
import { localised, shared } from './localisation';

export default {
  kind: 'collectionType',
  collectionName: 'newsroom_events',
  info: { singularName: 'event', pluralName: 'events', displayName: 'Event' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    name: { type: 'string', required: true, maxLength: 300, pluginOptions: localised },
    slug: { type: 'string', maxLength: 120, pluginOptions: localised },
    kind: { type: 'enumeration', enum: [...eventKinds], required: true, pluginOptions: shared },
    votingDay: { type: 'date', required: true, pluginOptions: shared },
    phase: { type: 'enumeration', enum: [...eventPhases], default: 'upcoming', required: true, pluginOptions: shared },
    summary: { type: 'text', pluginOptions: localised },
  },
};
