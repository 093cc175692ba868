import { readFileSync } from 'node:fs';
import { documentFaultSchema, versionKeySchema } from '@newsroom/shared/document-fault';
import { makingSchema } from '@newsroom/shared/edition';
import { languageSchema } from '@newsroom/shared/languages';
import { z } from 'zod';

/** What the site wrote down while it drew: one JSON text on a line. */

const openingSchema = z.object({
  account: z.literal(1),
  site: z.url(),
  ...makingSchema.omit({ code: true }).shape,
  /** The object of the edition that it goes on from: all that is not told is as it is there; null: all was drawn. */
  base: z.string().nullable(),
});

const path = z.string().startsWith('/');
/** The paths of the pages that say the same in other languages. */
const alternates = z.partialRecord(languageSchema, z.string());

const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    /** Where readers find it. */
    path,
    /** Relative to the site's folder. */
    file: z.string().min(1),
    page: z.string(),
    sha256: z.string().length(64),
    /** The version that it is the page of. */
    document: versionKeySchema.nullable(),
    alternates,
  }),
  /** A page as it was, that a drawn one, or one that went, names as its version in another language. */
  z.object({ kind: z.literal('partner'), path, alternates }),
  /** A path of the site that drawn pages name, and one of them. */
  z.object({ kind: z.literal('named'), path: z.string(), by: path }),
  /** A page that is no more, and the pages that name it all the same. */
  z.object({ kind: z.literal('gone'), path, file: z.string().min(1), alternates, namedBy: z.array(z.string()) }),
  z.object({ kind: z.literal('file'), file: z.string().min(1) }),
  z.object({
    kind: z.literal('dead-link'),
    key: versionKeySchema,
    fault: documentFaultSchema,
    /** Where on the site nothing is, however the address was written. */
    path: z.string(),
    /** The state that is live did not have this address. */
    isNew: z.boolean(),
  }),
  z.object({ kind: z.literal('failed'), path: z.string(), document: versionKeySchema.nullable(), why: z.string() }),
  z.object({ kind: z.literal('warning'), text: z.string() }),
  z.object({
    kind: z.literal('all'),
    /** How many pages the site has, and how many of them are of press releases. */
    pages: z.int().min(0),
    releases: z.int().min(0),
    /** How many pages were looked at, whether they were drawn or not. */
    looked: z.int().min(0),
    /** All files that are named by what they hold, relative to the site. */
    assets: z.array(z.string()),
    /** The files of the sitemap, which is made when the edition is live, relative to the site. */
    sitemap: z.array(z.string()),
  }),
]);

type Line = z.infer<typeof lineSchema>;
type Of<K extends Line['kind']> = Extract<Line, { kind: K }>;

export type DrawnPage = Of<'page'>;

/** What was drawn, what is no more, and what was found on the way. */
export interface Account {
  opening: z.infer<typeof openingSchema>;
  pages: DrawnPage[];
  partners: Of<'partner'>[];
  named: Of<'named'>[];
  gone: Of<'gone'>[];
  files: Of<'file'>[];
  deadLinks: Of<'dead-link'>[];
  failed: Of<'failed'>[];
  warnings: Of<'warning'>[];
  all: Of<'all'>;
}

/** Reads an account. @throws Error where it is none, or was not written to its end */
export function readAccount(file: string): Account {
  const [first = '', ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const lines = Map.groupBy(
    rest.map((line) => lineSchema.parse(JSON.parse(line))),
    ({ kind }) => kind,
  );
  const of = <K extends Line['kind']>(kind: K) => (lines.get(kind) ?? []) as Of<K>[];
  const [all] = of('all');
  if (all === undefined) throw new Error(`${file} breaks off`);
  return {
    opening: openingSchema.parse(JSON.parse(first)),
    pages: of('page'),
    partners: of('partner'),
    named: of('named'),
    gone: of('gone'),
    files: of('file'),
    deadLinks: of('dead-link'),
    failed: of('failed'),
    warnings: of('warning'),
    all,
  };
}
