import type { Core } from '@strapi/strapi';

/** How the content manager shows a type: what a document is called, and where its fields and columns stand. */
interface View {
  /** The field that names a document in titles, in relations and in collapsed rows. */
  name: string;
  /** Rows of the form; fields of one row share its width. */
  rows: string[][];
  /** Columns of the list; a component has none. */
  columns?: string[];
  /** The list's order at first; by the name when left out. */
  order?: { by: string; direction: 'ASC' | 'DESC' };
}

const newestFirst: View['order'] = { by: 'updatedAt', direction: 'DESC' };

const types: Record<string, View> = {
  'press-release': {
    name: 'title',
    rows: [
      ['title'],
      ['slug'],
      ['summary'],
      ['body'],
      ['cover'],
      ['kind', 'releasedAt'],
      ['event', 'related'],
      ['delegations', 'observerOrganisations'],
      ['gallery'],
      ['attachments'],
      ['corrections'],
      ['notice'],
    ],
    columns: ['title', 'kind', 'releasedAt', 'event', 'updatedAt'],
    order: newestFirst,
  },
  delegation: {
    name: 'listedAs',
    rows: [['electionBody'], ['slug'], ['countryCode', 'website'], ['description'], ['head'], ['members'], ['aliases'], ['logo']],
    columns: ['listedAs', 'countryCode', 'updatedAt'],
  },
  'observer-organisation': {
    name: 'listedAs',
    rows: [['name'], ['slug'], ['acronym', 'kind'], ['seatCountry', 'website'], ['description'], ['aliases'], ['logo']],
    columns: ['listedAs', 'acronym', 'kind', 'updatedAt'],
  },
  event: {
    name: 'listedAs',
    rows: [['name'], ['slug'], ['kind', 'phase', 'votingDay'], ['summary']],
    columns: ['listedAs', 'kind', 'votingDay', 'phase'],
    order: { by: 'votingDay', direction: 'DESC' },
  },
  accreditation: {
    name: 'asOf',
    rows: [['event'], ['delegation', 'observerOrganisation'], ['observers', 'stage', 'asOf']],
    columns: ['event', 'delegation', 'observerOrganisation', 'observers', 'stage', 'asOf'],
    order: { by: 'asOf', direction: 'DESC' },
  },
  page: {
    name: 'title',
    rows: [['title'], ['slug'], ['body'], ['place', 'order']],
    columns: ['title', 'slug', 'place', 'order'],
  },
  redirect: {
    name: 'from',
    rows: [['kind'], ['from', 'to']],
    columns: ['from', 'to', 'kind', 'updatedAt'],
    order: newestFirst,
  },
  'site-settings': {
    name: 'name',
    rows: [
      ['name', 'publisher'],
      ['description', 'siteNotice'],
      ['contact'],
      ['footerLinks'],
      ['logo', 'colour'],
      ['missingTranslations'],
      // The fields of the popular list stand on the page "Popular", which shows what they do.
    ],
  },
};

const components: Record<string, View> = {
  picture: { name: 'alternativeText', rows: [['file'], ['alternativeText'], ['caption', 'credit']] },
  attachment: { name: 'title', rows: [['file'], ['title']] },
  correction: { name: 'text', rows: [['at', 'kind'], ['text']] },
  notice: { name: 'reason', rows: [['kind'], ['reason']] },
  person: { name: 'name', rows: [['name', 'role']] },
  link: { name: 'label', rows: [['label', 'href']] },
};

type Model = { attributes: Record<string, { type: string; target?: string }>; config?: object };

/**
 * Says how forms and lists begin. The content manager reads it when it first sees a type or a component and keeps it
 * in the database; what an administrator then sets by "Configure the view" stays.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Must run before Strapi's bootstrap. */
  describe(): void {
    for (const [type, view] of Object.entries(types)) describeModel(strapi.contentTypes, `plugin::newsroom.${type}`, view);
    for (const [component, view] of Object.entries(components)) describeModel(strapi.components, `newsroom.${component}`, view);
  },
});

function describeModel(models: object, uid: string, view: View): void {
  const model = (models as Record<string, Model>)[uid];
  if (model === undefined) throw new Error(`The view of "${uid}" is described, but there is no such type or component.`);
  model.config = {
    settings: {
      mainField: view.name,
      defaultSortBy: view.order?.by ?? view.name,
      defaultSortOrder: view.order?.direction ?? 'ASC',
      pageSize: 20,
      searchable: true,
      filterable: true,
      bulkable: true,
    },
    layouts: {
      edit: view.rows.map((row) => row.map((name) => ({ name, size: 12 / row.length }))),
      ...(view.columns === undefined ? {} : { list: view.columns }),
    },
    metadatas: Object.fromEntries(
      Object.entries(model.attributes).flatMap(([field, { target }]) => {
        const name = target === undefined ? undefined : types[target.replace('plugin::newsroom.', '')]?.name;
        return name === undefined ? [] : [[field, { edit: { mainField: name }, list: {} }]];
      }),
    ),
  };
}
