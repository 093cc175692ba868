import { canonicalJson } from '@newsroom/shared/canonical-json';
import type { OutsideList } from '@newsroom/shared/outside-list';
import { numberSlug, slugify } from '@newsroom/shared/slug';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inPublishTransaction } from '../documents/publish-lock';
import { outsideListModel } from '../models/outside-list';

interface Stored {
  source: string;
  data: string;
}

/** Popular lists that others computed. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(outsideListModel.uid);

  /** Its identifier in the feed: two sources that are spelt alike are told apart by the order in which they came. */
  async function idOf(source: string): Promise<string> {
    const rows: Stored[] = await table().findMany({ select: ['source'], orderBy: { id: 'asc' } });
    const spelling = slugify(source) || 'list';
    const alike = [...new Set(rows.map((row) => row.source))].filter((one) => (slugify(one) || 'list') === spelling);
    const place = alike.indexOf(source);
    return place === 0 ? spelling : numberSlug(spelling, place + 1);
  }

  async function newestOf(source: string): Promise<Stored> {
    return table().findOne({ where: { source }, orderBy: { capturedAt: 'desc' } });
  }

  return {
    /** The newest list of each source as canonical JSON, by its identifier in the feed. */
    async newest(): Promise<Map<string, string>> {
      const lists = new Map<string, string>();
      const rows: Stored[] = await table().findMany({ select: ['source'], orderBy: { id: 'asc' } });
      for (const source of new Set(rows.map((row) => row.source))) {
        lists.set(await idOf(source), (await newestOf(source)).data);
      }
      return lists;
    },

    /**
     * Keeps a list as it came. The same list again changes nothing. While the popular lists stand still it is kept and
     * not published.
     *
     * @throws ValidationError when another list of this source and time is kept already
     */
    async store(list: OutsideList): Promise<{ stored: boolean }> {
      const { source, capturedAt } = list;
      const data = canonicalJson(list);
      return inPublishTransaction(strapi, async () => {
        const known: Stored | null = await table().findOne({ where: { source, capturedAt } });
        if (known?.data === data) return { stored: false };
        if (known !== null) {
          throw new errors.ValidationError(
            `Nothing was taken in: a list of "${source}" of ${capturedAt} is kept already, and it is another one. What is kept stays as it came.`,
          );
        }
        await table().create({ data: { source, capturedAt, data } });
        if (await strapi.plugin('newsroom').service('silence').isOn()) return { stored: true };
        const key = { type: 'outside-list', document: await idOf(source), language: null };
        await strapi
          .plugin('newsroom')
          .service('changes')
          .append(key, 'import', JSON.parse((await newestOf(source)).data));
        return { stored: true };
      });
    },
  };
};
