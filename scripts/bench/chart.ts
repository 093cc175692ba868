import type { SubjectName } from './measure.ts';
import type { Row } from './row.ts';

/** In pixels. */
const size = { width: 720, height: 400 };
const plot = { left: 64, top: 56, right: 560, bottom: 340 };

/** Each subject in a colour that stands out from light and from dark, and with a mark of its own for those who see no colours. */
const looks: Record<SubjectName, { name: string; colour: [light: string, dark: string]; dash: string }> = {
  newsroom: { name: 'Newsroom', colour: ['#0b6e4f', '#4fd1a5'], dash: '' },
  hugo: { name: 'Hugo', colour: ['#a3195b', '#ff8fbf'], dash: '6 4' },
  astro: { name: 'Astro', colour: ['#9a5b00', '#f0b35a'], dash: '2 4' },
  'strapi-rest': { name: 'Strapi REST', colour: ['#3a4fb5', '#9db0ff'], dash: '8 3 2 3' },
};

/**
 * A chart of the time over the number of releases, one line a subject, as SVG that is readable on light and dark
 * pages. Undefined where there are not two numbers of releases to draw a line between.
 */
export function chartOf(rows: readonly Row[]): string | undefined {
  const sizes = [...new Set(rows.map(({ n }) => n))].toSorted((a, b) => a - b);
  const [last, before] = [sizes.at(-1), sizes.at(-2)];
  if (last === undefined || before === undefined) return undefined;
  const slowest = Math.max(...rows.map(({ wallSeconds }) => wallSeconds));
  const marks = marksUpTo(slowest);
  const top = marks.at(-1) ?? 1;
  const x = (n: number) => plot.left + (n / last) * (plot.right - plot.left);
  const y = (seconds: number) => plot.bottom - (seconds / top) * (plot.bottom - plot.top);
  const lines = [...Map.groupBy(rows, ({ subject }) => subject)].map(([subject, own]) => ({
    subject,
    points: own.toSorted((a, b) => a.n - b.n),
  }));
  const places = spread(lines.map(({ points }) => y(points.at(-1)?.wallSeconds ?? 0)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="title desc">
<title id="title">Full build: seconds by number of releases</title>
<desc id="desc">${lines.map(inWords).join(' ')}</desc>
<style>
${styles(lines.map(({ subject }) => subject))}
</style>
<rect class="page" width="${size.width}" height="${size.height}" rx="8"/>
<text class="head" x="${plot.left}" y="28">Full build, seconds (less is better)</text>
${marks.map((mark) => `<path class="grid" d="M${plot.left} ${round(y(mark))}H${plot.right}"/><text class="end" x="${plot.left - 8}" y="${round(y(mark) + 4)}">${mark}</text>`).join('\n')}
${sizes.map((n) => `<text class="middle" x="${round(x(n))}" y="${plot.bottom + 22}">${n.toLocaleString('en')}</text>`).join('\n')}
<text class="middle" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 46}">releases, each in three languages</text>
${lines.map(({ subject, points }, index) => drawLine(subject, points, { x, y }, places[index] ?? 0)).join('\n')}
</svg>
`;
}

interface Scales {
  x: (n: number) => number;
  y: (seconds: number) => number;
}

function drawLine(subject: SubjectName, points: readonly Row[], { x, y }: Scales, place: number): string {
  const path = points
    .map(({ n, wallSeconds }, index) => `${index === 0 ? 'M' : 'L'}${round(x(n))} ${round(y(wallSeconds))}`)
    .join('');
  const dots = points.map(({ n, wallSeconds }) => `<circle cx="${round(x(n))}" cy="${round(y(wallSeconds))}" r="4"/>`).join('');
  const seconds = points.at(-1)?.wallSeconds ?? 0;
  return `<g class="${subject}"><path d="${path}"/>${dots}<text x="${plot.right + 12}" y="${round(place + 4)}">${looks[subject].name} ${told(seconds)} s</text></g>`;
}

/** Round numbers for the axis, from 0 to the first that is not below the greatest value. */
function marksUpTo(greatest: number): number[] {
  const rough = Math.max(greatest, 0.001) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.max(1, Math.ceil(greatest / step));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** The places of labels, moved down where they would lie on one another. */
function spread(places: readonly number[]): number[] {
  const gap = 18;
  const order = places.map((place, index) => ({ place, index })).toSorted((a, b) => a.place - b.place);
  let free = Number.NEGATIVE_INFINITY;
  const moved = new Map<number, number>();
  for (const { place, index } of order) {
    moved.set(index, Math.max(place, free));
    free = Math.max(place, free) + gap;
  }
  return places.map((place, index) => moved.get(index) ?? place);
}

function inWords({ subject, points }: { subject: SubjectName; points: readonly Row[] }): string {
  const values = points.map(({ n, wallSeconds }) => `${told(wallSeconds)} s with ${n.toLocaleString('en')} releases`);
  return `${looks[subject].name}: ${values.join(', ')}.`;
}

/** The page's scheme is not known to a picture, so that it brings a ground of its own. */
function styles(subjects: readonly SubjectName[]): string {
  const scheme = (which: 0 | 1, [page, text, grid]: [string, string, string]) =>
    [
      `.page{fill:${page}}text{fill:${text}}.grid{stroke:${grid}}`,
      ...subjects.map((subject) => {
        const colour = looks[subject].colour[which];
        return `.${subject} path{stroke:${colour}}.${subject} circle,.${subject} text{fill:${colour}}`;
      }),
    ].join('');
  return [
    'text{font:14px system-ui,sans-serif}.head{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}',
    'path{fill:none;stroke-width:1}g path{stroke-width:2.5}g text{font-weight:600}',
    ...subjects.map((subject) => `.${subject} path{stroke-dasharray:${looks[subject].dash || 'none'}}`),
    scheme(0, ['#ffffff', '#333333', '#dddddd']),
    `@media (prefers-color-scheme:dark){${scheme(1, ['#16181d', '#d5d8de', '#3a3f48'])}}`,
  ].join('\n');
}

function told(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
