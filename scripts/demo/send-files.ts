import { Failure } from '../machine/failure.ts';
import type { AdminClient, UploadedFile } from './admin-client.ts';
import type { DemoContent } from './demo-content.ts';
import { makeDemoFiles } from './demo-files.ts';
import { logoName } from './draw-pictures.ts';

/** How many files are on their way at once: the CMS makes smaller copies of a picture while the next one arrives. */
const atOnce = 4;

/** The demo's files as they lie in the media library. */
export interface SentFiles {
  logo: number;
  /** The library's number of a file, as components want it. */
  idOf(name: string): number;
  /** Writes the addresses of files into a text, in which they stand as `file:name`: without the admin's signature. */
  address(markdown: string): string;
}

/** Uploads the demo's files, except those that are there under their names. */
export async function sendFiles(admin: AdminClient, content: DemoContent): Promise<SentFiles> {
  const waiting = await makeDemoFiles(content);
  const sent = new Map<string, UploadedFile>();
  const sendNext = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      sent.set(file.name, (await admin.findFile(file.name)) ?? (await admin.upload(file)));
  };
  await Promise.all(Array.from({ length: atOnce }, sendNext));
  const find = (name: string) => {
    const file = sent.get(name);
    if (file === undefined) throw new Failure(`The demo names the file "${name}", which it does not make.`);
    return file;
  };
  return {
    logo: find(logoName).id,
    idOf: (name) => find(name).id,
    address: (markdown) => markdown.replace(/\]\(file:([^)\s]+)/g, (_, name: string) => `](${find(name).url.split('?')[0]}`),
  };
}
