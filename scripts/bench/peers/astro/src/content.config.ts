import { defineCollection } from 'astro:content';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';

/** Loads a file with one document a line, the text of which is its body. */
function ndjson(file: string): Loader {
  return {
    name: 'ndjson',
    async load({ store, parseData, generateDigest }) {
      store.clear();
      for await (const line of createInterface({ input: createReadStream(file) })) {
        const { body, ...row } = JSON.parse(line);
        const id = `${row.language}/${row.id}`;
        const data = await parseData({ id, data: row });
        store.set({ id, data, body, digest: generateDigest(line) });
      }
    },
  };
}

const picture = z.object({
  src: z.string(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
});

export const collections = {
  releases: defineCollection({
    loader: ndjson('data/releases.ndjson'),
    schema: z.object({
      id: z.string(),
      language: z.enum(['kk', 'ru', 'en']),
      title: z.string(),
      slug: z.string(),
      summary: z.string().nullable(),
      kind: z.string(),
      releasedAt: z.string(),
      month: z.string(),
      events: z.array(z.string()),
      delegations: z.array(z.string()),
      organisations: z.array(z.string()),
      readAlso: z.array(z.string()),
      cover: picture.nullable(),
      gallery: z.array(picture),
      attachments: z.array(z.object({ href: z.string(), title: z.string(), size: z.number() })),
      corrections: z.array(z.object({ at: z.string(), kind: z.string(), text: z.string() })),
      notice: z.string().nullable(),
    }),
  }),
  subjects: defineCollection({
    loader: ndjson('data/subjects.ndjson'),
    schema: z.object({
      id: z.string(),
      language: z.enum(['kk', 'ru', 'en']),
      section: z.enum(['events', 'delegations', 'organisations']),
      kind: z.string().nullable(),
      country: z.string().nullable(),
      name: z.string(),
      acronym: z.string().nullable(),
      lang: z.string().nullable(),
      description: z.string().nullable(),
      head: z.string().nullable(),
      members: z.array(z.string()),
      aliases: z.array(z.string()),
      website: z.string().nullable(),
      votingDay: z.string().nullable(),
      phase: z.string().nullable(),
      accreditations: z.array(
        z.object({ of: z.string(), section: z.string(), observers: z.number(), stage: z.string(), asOf: z.string() }),
      ),
    }),
  }),
  pages: defineCollection({
    loader: ndjson('data/pages.ndjson'),
    schema: z.object({
      id: z.string(),
      language: z.enum(['kk', 'ru', 'en']),
      title: z.string(),
      slug: z.string(),
      place: z.string(),
    }),
  }),
};
