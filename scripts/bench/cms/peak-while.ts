import { memoryOfTree } from '../memory-of-tree.ts';

/** How often memory is looked at, in milliseconds. */
const interval = 50;

/** Does some work, and gives the most memory that these processes held together meanwhile, in MiB; null where that cannot be seen. */
export async function peakWhile<T>(pids: number[], work: () => Promise<T>): Promise<{ result: T; peakMiB: number | null }> {
  let peakMiB: number | null = null;
  const look = () => {
    const memory = pids.map(memoryOfTree).reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
    if (memory !== null) peakMiB = Math.max(peakMiB ?? 0, memory);
  };
  look();
  const timer = setInterval(look, interval);
  try {
    const result = await work();
    look();
    return { result, peakMiB };
  } finally {
    clearInterval(timer);
  }
}
