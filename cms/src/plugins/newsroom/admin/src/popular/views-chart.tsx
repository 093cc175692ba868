import type { DeskEntry } from '@newsroom/shared/popular-desk';
import { useSay } from '../publishing/say';
import { useTimes } from '../publishing/times';
import { dayWords } from './days';

const height = 28;
/** Of a bar with the gap behind it. */
const step = 4;

/** What was read on each of the last thirty days, as bars; in words for those who do not see them. */
export function ViewsChart({ days }: { days: DeskEntry['last30'] }) {
  const say = useSay();
  const times = useTimes();
  const most = days.reduce((best, day) => (day.views > best.views ? day : best), { day: '', views: 0 });
  const sum = days.reduce((total, { views }) => total + views, 0);
  const words =
    sum === 0
      ? say('newsroom.popular.chart.nothing')
      : say('newsroom.popular.chart.most', { most: most.views, day: dayWords(times, most.day), sum });
  return (
    <svg role="img" aria-label={words} width={days.length * step} height={height} viewBox={`0 0 ${days.length * step} ${height}`}>
      <title>{words}</title>
      {days.map(({ day, views }, index) => {
        const bar = views === 0 ? 1 : Math.max(2, Math.round((views / most.views) * height));
        const fill = views === 0 ? 'currentColor' : '#4945ff';
        return (
          <rect
            key={day}
            x={index * step}
            y={height - bar}
            width={step - 1}
            height={bar}
            fill={fill}
            opacity={views === 0 ? 0.25 : 1}
          />
        );
      })}
    </svg>
  );
}
