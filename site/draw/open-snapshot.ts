import Sqlite from 'better-sqlite3';
import type { CompiledSite } from '../integrations/compiled-entry.ts';
import type { Paths, Snapshot } from '../src/content/snapshot.ts';
import { DrawFault } from './draw-fault.ts';

/**
 * Opens a snapshot to draw from it.
 *
 * @param paths what stands where, for whoever has listed it already
 * @throws DrawFault where there is none that this version of the site can read, or it lacks what every site needs
 */
export function openSnapshot(compiled: CompiledSite, file: string, paths?: Paths): Snapshot {
  const snapshot = openOrRefuse(compiled, file, paths);
  const withoutSettings = snapshot.languagesWithoutSettings();
  if (withoutSettings.length === 0) return snapshot;
  snapshot.close();
  const message = `The site has no settings in ${withoutSettings.join(', ')}: its name, its publisher.`;
  throw new DrawFault(message, 'Enter them in the CMS, and take the feed in again.');
}

function openOrRefuse(compiled: CompiledSite, file: string, paths: Paths | undefined): Snapshot {
  try {
    return compiled.openSnapshot(file, Sqlite, paths);
  } catch (error) {
    // The class is the compiled site's own copy, so that only its name can be compared.
    if (error instanceof Error && error.name === 'SnapshotMissing') {
      throw new DrawFault(error.message, 'Then draw again.', { cause: error });
    }
    throw error;
  }
}
