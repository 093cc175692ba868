import type { Core, UID } from '@strapi/strapi';
import { documentTypes, uidOf } from '../documents/act';
import { nameUsers, type User } from '../documents/name-users';
import { refuse, wordsFor } from '../words/refuse';
import type { UploadedFile } from './originals';

const media = 'plugin::upload.file';

/**
 * A file that a draft or something published names is not deleted from the media library, alone, with others, or
 * with the folder that it lies in. What was published keeps its bytes anyway; the next publication would fail.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function refuseIfUsed(files: UploadedFile[]): Promise<void> {
    const words = wordsFor(strapi);
    for (const file of files) {
      const users = await usersOf(strapi, file);
      if (users.length > 0) refuse(words.fileInUse(file.name, nameUsers(users, words)));
    }
  }

  async function refuseIfFoldersUsed(ids: number[]): Promise<void> {
    const rows: { path: string }[] = await strapi.db.query('plugin::upload.folder').findMany({ where: { id: { $in: ids } } });
    const inside = rows.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]);
    if (inside.length > 0) await refuseIfUsed(await strapi.db.query(media).findMany({ where: { $or: inside } }));
  }

  /** The folders that the same click deletes: Strapi deletes the files before it looks at the folders. */
  function foldersChosenToo(): number[] {
    const { folderIds } = (strapi.requestContext.get()?.request.body ?? {}) as { folderIds?: unknown };
    return Array.isArray(folderIds) ? folderIds.map(Number) : [];
  }

  return {
    /** Every way in which Strapi deletes files: all of them are asked about before the first is gone. */
    keep(): void {
      const library = strapi.plugin('upload');
      const [upload, files, folders] = [library.service('upload'), library.service('file'), library.service('folder')];
      const { remove } = upload;
      upload.remove = async (file: UploadedFile) => {
        await refuseIfUsed([file]);
        return remove(file);
      };
      const { deleteByIds } = files;
      files.deleteByIds = async (ids: number[] = []) => {
        await refuseIfUsed(await strapi.db.query(media).findMany({ where: { id: { $in: ids } } }));
        await refuseIfFoldersUsed(foldersChosenToo());
        return deleteByIds(ids);
      };
      const { deleteByIds: deleteFolders } = folders;
      folders.deleteByIds = async (ids: number[] = []) => {
        await refuseIfFoldersUsed(ids);
        return deleteFolders(ids);
      };
    },
  };
};

async function usersOf(strapi: Core.Strapi, { id, hash }: UploadedFile): Promise<User[]> {
  const users: User[] = [];
  for (const type of documentTypes) {
    for (const [name, attribute] of Object.entries(strapi.contentType(uidOf(type)).attributes)) {
      const where = whereUsed(strapi, name, attribute as Attribute, { id, hash });
      if (where === undefined) continue;
      const rows: User['row'][] = await strapi.db.query(uidOf(type)).findMany({ where });
      users.push(...rows.map((row) => ({ type, row })));
    }
  }
  return users;
}

interface Attribute {
  type: string;
  component?: string;
}

/** What finds the documents that name a file in a field: as media, in a component, or in Markdown. */
function whereUsed(strapi: Core.Strapi, name: string, { type, component }: Attribute, file: { id: number; hash: string }) {
  if (type === 'media') return { [name]: { id: file.id } };
  if (type === 'richtext') return { [name]: { $contains: `/uploads/${file.hash}.` } };
  if (type !== 'component' || component === undefined) return undefined;
  return 'file' in strapi.getModel(component as UID.Component).attributes ? { [name]: { file: { id: file.id } } } : undefined;
}
