import { readFileSync } from 'node:fs';
import { documentFaultSchema, versionKeySchema } from '@newsroom/shared/document-fault';
import { makingSchema } from '@newsroom/shared/edition';
import { languageSchema } from '@newsroom/shared/languages';
import { z } from 'zod';

/** What the site wrote down while it drew: one JSON text on a line. */

const openingSchema = z.object({ manifest: z.literal(1), site: z.url(), ...makingSchema.omit({ code: true }).shape });

const pageSchema = z.object({
  kind: z.literal('page'),
  /** Where readers find it. */
  path: z.string().startsWith('/'),
  /** Relative to the site's folder. */
  file: z.string().min(1),
  page: z.string(),
  sha256: z.string().length(64),
  /** The version that it is the page of. */
  document: versionKeySchema.nullable(),
  /** The paths of the site that it names, decoded, without fragments. */
  links: z.array(z.string()),
  /** The paths of the pages that say the same in other languages. */
  alternates: z.partialRecord(languageSchema, z.string()),
});

const lineSchema = z.discriminatedUnion('kind', [
  pageSchema,
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
]);

type Line = z.infer<typeof lineSchema>;
type Of<K extends Line['kind']> = Extract<Line, { kind: K }>;

export type ManifestPage = Of<'page'>;

/** What an edition consists of, and what was found while it was drawn. */
export interface Manifest {
  opening: z.infer<typeof openingSchema>;
  pages: ManifestPage[];
  files: Of<'file'>[];
  deadLinks: Of<'dead-link'>[];
  failed: Of<'failed'>[];
  warnings: Of<'warning'>[];
}

/** Reads a manifest. @throws Error where it is none */
export function readManifest(file: string): Manifest {
  const [first = '', ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const lines = rest.map((line) => lineSchema.parse(JSON.parse(line)));
  const of = <K extends Line['kind']>(kind: K) => lines.filter((line): line is Of<K> => line.kind === kind);
  return {
    opening: openingSchema.parse(JSON.parse(first)),
    pages: of('page'),
    files: of('file'),
    deadLinks: of('dead-link'),
    failed: of('failed'),
    warnings: of('warning'),
  };
}
