import { navigationPlaces } from '@newsroom/shared/static-page';
import { localised, shared } from './localisation';
import { slugField, slugIndex } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'newsroom_pages',
  info: { singularName: 'page', pluralName: 'pages', displayName: 'Page' },
  options: { draftAndPublish: true },
  pluginOptions: localised,
  ...slugIndex('newsroom_pages'),
  attributes: {
    title: { type: 'string', maxLength: 250, pluginOptions: localised },
    /** Filled from the title when empty. */
    slug: slugField('page'),
    body: { type: 'richtext', maxLength: 200_000, pluginOptions: localised },
    place: { type: 'enumeration', enum: [...navigationPlaces], default: 'none', required: true, pluginOptions: shared },
    /** Pages of one place stand in this order, then by title. */
    order: { type: 'integer', default: 0, required: true, min: -1000, max: 1000, pluginOptions: shared },
  },
};
