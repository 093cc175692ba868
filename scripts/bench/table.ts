import type { SubjectName } from './measure.ts';
import type { Row } from './row.ts';

/** With whom the newsroom is compared. */
const peers = ['hugo', 'astro', 'strapi-rest'] as const satisfies SubjectName[];

/**
 * The rows as a table in Markdown, with the newsroom's time and memory as shares of each peer's: 0.50 is half of it.
 *
 * @example // | full-build | 1000 | newsroom | 3 | 2.10 | 310 | 7338 | 0.25 | 0.09 | |
 */
export function tableOf(rows: readonly Row[]): string {
  const compared = peers.filter((peer) => rows.some(({ subject }) => subject === peer));
  const heads = [
    ...['measure', 'N', 'subject', 'runs', 'wall s', 'peak MiB', 'pages'],
    ...compared.flatMap((peer) => [`time ÷ ${peer}`, `memory ÷ ${peer}`]),
  ];
  const lines = rows.map((row) => [
    row.measure,
    String(row.n),
    row.subject,
    String(row.runs),
    row.wallSeconds.toFixed(2),
    row.peakMiB?.toFixed(0) ?? '',
    row.pages === null ? '' : String(row.pages),
    ...compared.flatMap((peer) => ratios(row, rows, peer)),
  ]);
  return alignColumns([heads, ...lines]);
}

function ratios(row: Row, rows: readonly Row[], peer: SubjectName): [string, string] {
  const other = rows.find(({ measure, n, subject }) => measure === row.measure && n === row.n && subject === peer);
  if (row.subject !== 'newsroom' || other === undefined) return ['', ''];
  return [ratio(row.wallSeconds, other.wallSeconds), ratio(row.peakMiB, other.peakMiB)];
}

function ratio(own: number | null, other: number | null): string {
  return own === null || other === null || other === 0 ? '' : (own / other).toFixed(2);
}

function alignColumns([heads = [], ...lines]: string[][]): string {
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...lines.map((line) => line[column] ?? '')].map((cell) => cell.length)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  return [heads, rule, ...lines]
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}
