/** How often a step that takes long says that it is still at it, where the output is no terminal. */
const reminder = 15_000;

/**
 * Does one step of a command and shows it on stderr: in a terminal one line that counts the seconds, elsewhere a
 * line at the beginning, every quarter of a minute, and at the end.
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const timer = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r· ${label} … ${seconds()} s`), 1000)
    : setInterval(() => console.error(`· ${label}: ${seconds()} s so far …`), reminder);
  process.stderr.write(process.stderr.isTTY ? `· ${label} …` : `· ${label} …\n`);
  try {
    const result = await work();
    process.stderr.write(
      `${process.stderr.isTTY ? '\r\u001b[K' : ''}✓ ${label} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`,
    );
    return result;
  } catch (error) {
    process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}✗ ${label}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
