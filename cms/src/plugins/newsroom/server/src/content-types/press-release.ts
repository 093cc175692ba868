import { releaseKinds } from '@newsroom/shared/press-release';
import { hidden, localised, shared } from './localisation';
import { slugField, slugIndex } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'press_releases',
  info: { singularName: 'press-release', pluralName: 'press-releases', displayName: 'Press release' },
  options: { draftAndPublish: true },
  pluginOptions: localised,
  ...slugIndex('press_releases'),
  attributes: {
    title: { type: 'string', maxLength: 250, pluginOptions: localised },
    /** Filled from the title when empty. */
    slug: slugField('press-release'),
    summary: { type: 'text', maxLength: 300, pluginOptions: localised },
    body: { type: 'richtext', maxLength: 200_000, pluginOptions: localised },
    kind: { type: 'enumeration', enum: [...releaseKinds], default: 'news', required: true, pluginOptions: shared },
    /** The moment of first publication when left empty. */
    releasedAt: { type: 'datetime', pluginOptions: shared },
    event: { type: 'relation', relation: 'oneToOne', target: 'plugin::newsroom.event', pluginOptions: shared },
    delegations: { type: 'relation', relation: 'oneToMany', target: 'plugin::newsroom.delegation', pluginOptions: shared },
    observerOrganisations: {
      type: 'relation',
      relation: 'oneToMany',
      target: 'plugin::newsroom.observer-organisation',
      pluginOptions: shared,
    },
    related: { type: 'relation', relation: 'oneToMany', target: 'plugin::newsroom.press-release', pluginOptions: shared },
    cover: { type: 'component', component: 'newsroom.picture', repeatable: false, pluginOptions: localised },
    gallery: { type: 'component', component: 'newsroom.picture', repeatable: true, max: 100, pluginOptions: localised },
    attachments: { type: 'component', component: 'newsroom.attachment', repeatable: true, max: 50, pluginOptions: localised },
    corrections: { type: 'component', component: 'newsroom.correction', repeatable: true, max: 50, pluginOptions: localised },
    notice: { type: 'component', component: 'newsroom.notice', repeatable: false, pluginOptions: localised },
    /** Both are set at first publication. */
    publicSince: { type: 'datetime', ...hidden },
    addressMonth: { type: 'string', ...hidden },
  },
};
