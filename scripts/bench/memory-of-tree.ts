import { readdirSync, readFileSync } from 'node:fs';

/**
 * The resident memory of a process and of all that it started, added up, in MiB. Memory that several of them share
 * counts several times. Null where the system does not tell (it is read from Linux's /proc) or the process has ended.
 */
export function memoryOfTree(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (kilobytes === undefined) return null;
    return childrenOf(pid).reduce((sum, child) => sum + (memoryOfTree(child) ?? 0), Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const text = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  });
}
