import { eventKinds, eventPhases } from '@newsroom/shared/event';
import { directoryFields } from './directory-fields';
import { localised, shared } from './localisation';
import { slugField, slugIndex } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'newsroom_events',
  info: { singularName: 'event', pluralName: 'events', displayName: 'Event' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  ...slugIndex('newsroom_events'),
  attributes: {
    /** Empty where nobody translated it yet; the version in the source language must have it. */
    name: { type: 'string', maxLength: 250, pluginOptions: localised },
    slug: slugField('event'),
    kind: { type: 'enumeration', enum: [...eventKinds], required: true, pluginOptions: shared },
    votingDay: { type: 'date', required: true, pluginOptions: shared },
    phase: { type: 'enumeration', enum: [...eventPhases], default: 'upcoming', required: true, pluginOptions: shared },
    summary: { type: 'text', maxLength: 1000, pluginOptions: localised },
    ...directoryFields,
  },
};
