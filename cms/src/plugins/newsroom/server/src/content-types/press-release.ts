import { releaseKinds } from '@newsroom/shared/press-release';
import { localised, shared } from './localisation';

export default {
  kind: 'collectionType',
  collectionName: 'press_releases',
  info: { singularName: 'press-release', pluralName: 'press-releases', displayName: 'Press release' },
  options: { draftAndPublish: true },
  pluginOptions: localised,
  attributes: {
    title: { type: 'string', required: true, maxLength: 300, pluginOptions: localised },
    /** Filled from the title when empty. */
    slug: { type: 'string', maxLength: 120, pluginOptions: localised },
    summary: { type: 'text', maxLength: 300, pluginOptions: localised },
    body: { type: 'richtext', pluginOptions: localised },
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
    /** Set once, at first publication, by the plugin; editors do not see them. */
    publicSince: { type: 'datetime', writable: false, visible: false, configurable: false, pluginOptions: shared },
    addressMonth: { type: 'string', writable: false, visible: false, configurable: false, pluginOptions: shared },
  },
};
