import { canonicalJson } from '@newsroom/shared/canonical-json';
import { digest } from '@newsroom/shared/digest';
import { noChoices, type PopularChoices, popularChoicesId } from '@newsroom/shared/popular-choices';
import type { ChoicesRequest, Decision, PopularDesk } from '@newsroom/shared/popular-desk';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { inPublishTransaction } from '../documents/publish-lock';
import { popularChoiceModel } from '../models/popular-choice';
import { refuse, wordsFor } from '../words/refuse';
import type { ChangeKey } from './changes';

type Kind = 'pin' | 'exclusion';

type Row = Decision & { kind: Kind };

const key: ChangeKey = { type: 'popular-choices', document: popularChoicesId, language: null };

/** What the office decided about single releases in the popular lists. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(popularChoiceModel.uid);
  const service = (name: string) => strapi.plugin('newsroom').service(name);

  async function rows(): Promise<Row[]> {
    const found: Row[] = await table().findMany({ orderBy: [{ kind: 'asc' }, { position: 'asc' }] });
    return found.map(({ release, kind, reason, by, at }) => ({ release, kind, reason, by, at }));
  }

  async function current(): Promise<PopularDesk['choices']> {
    const all = await rows();
    const of = (kind: Kind): Decision[] => all.filter((row) => row.kind === kind).map(({ kind: _, ...decision }) => decision);
    return { revision: digest(all as never), pins: of('pin'), exclusions: of('exclusion') };
  }

  async function refuseUnpublished(releases: string[]): Promise<void> {
    const where = { documentId: { $in: releases }, publishedAt: { $notNull: true } };
    const found = await strapi.db.query(uidOf('press-release')).findMany({ where, select: ['documentId'] });
    const published = new Set(found.map(({ documentId }) => documentId));
    if (releases.some((id) => !published.has(id))) refuse(wordsFor(strapi).popularUnpublished());
  }

  /** Whoever decided something, and when, stays with it as long as it is the same. */
  function decided({ pins, exclusions }: ChoicesRequest, before: Row[], by: string): (Row & { position: number })[] {
    const at = new Date().toISOString();
    const ofKind = (kind: Kind, chosen: ChoicesRequest['pins']) =>
      chosen.map(({ release, reason: given }, position) => {
        const reason = given || null;
        const same = before.find((row) => row.release === release && row.kind === kind && row.reason === reason);
        return { release, kind, position, reason, by: same?.by ?? by, at: same?.at ?? at };
      });
    return [...ofKind('pin', pins), ...ofKind('exclusion', exclusions)];
  }

  async function record(act: string): Promise<boolean> {
    const { pins, exclusions } = await current();
    const ids = (decisions: Decision[]) => decisions.map(({ release }) => release);
    const silentSince: string | null = await service('silence').shownSince();
    const choices: PopularChoices = { pins: ids(pins), exclusions: ids(exclusions), silentSince };
    const isNothing = canonicalJson(choices) === canonicalJson(noChoices);
    if (isNothing && (await service('changes').documentsOf(key.type)).length === 0) return false;
    return service('changes').append(key, act, choices);
  }

  return {
    current,

    /** Appends to the log what is decided, if it has something else; nothing where nobody ever decided. Whether it did. */
    record,

    /**
     * Decides, in the place of what was decided before; the same again changes nothing.
     *
     * @param by the name of the person
     * @throws ValidationError while the lists stand still, where somebody else decided meanwhile, or where a release that
     *   is new in it is not published
     */
    async decide(request: ChoicesRequest, by: string): Promise<void> {
      await inPublishTransaction(strapi, async () => {
        if (await service('silence').isOn()) refuse(wordsFor(strapi).popularSilent());
        const before = await rows();
        const { revision } = await current();
        if (request.basedOn !== undefined && request.basedOn !== revision) refuse(wordsFor(strapi).popularDecidedMeanwhile());
        const known = new Set(before.map(({ release }) => release));
        const named = [...request.pins, ...request.exclusions].map(({ release }) => release);
        await refuseUnpublished(named.filter((id) => !known.has(id)));
        const after = decided(request, before, by);
        await table().deleteMany({ where: {} });
        if (after.length > 0) await table().createMany({ data: after });
        await record('choose');
      });
    },
  };
};
