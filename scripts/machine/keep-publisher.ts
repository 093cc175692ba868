import path from 'node:path';
import { folders } from './folders.ts';
import { startProgram } from './processes.ts';

/** How long after its end the publisher is started again, in milliseconds. */
const pause = 2000;

/**
 * Runs the publisher beside this process, for as long as that runs; starts it again where it ends by itself.
 *
 * @param isStopping whether its end is meant
 */
export function keepPublisher(isStopping: () => boolean): void {
  if (isStopping()) return;
  const { child } = startProgram({
    name: 'publisher',
    args: ['--disable-warning=ExperimentalWarning', path.join('scripts', 'publish', 'publisher.ts'), '--first'],
    cwd: folders.repository,
  });
  child.on('exit', () => setTimeout(() => keepPublisher(isStopping), pause).unref());
}
