/**
 * The level at which a heading of a text stands on a page: none is skipped, whatever levels were written.
 *
 * @param previous the level of the heading before it; one above the top where there is none
 * @param written the level that the text gives it
 * @param top the level at which the text's headings begin
 */
export function headingLevel(previous: number, written: number, top: number): number {
  const wanted = written + (written === 1 || top > 2 ? top - 1 : 0);
  return Math.min(Math.max(wanted, top), previous + 1, 6);
}
