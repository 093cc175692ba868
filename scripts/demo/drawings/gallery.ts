import { at, circle, colour, rect, repeat, room, type Svg, shape, stroke } from './shapes.ts';
import { ballot, ballotBox, booth, pane, person, plant, sheet, sitting, table, tulip } from './things.ts';

const { night, blue, haze, sky, sand, clay, sun, rust, paper, light, dark } = colour;

/** The five pictures of the open day, in the order of a visit: in by the door, out when everything is counted. */
export const gallery: Record<string, Svg> = {
  'open-day-1-entrance': room(sky, haze, [
    rect(460, 140, 1000, 720, sand, 14),
    rect(560, 200, 800, 110, blue, 14),
    repeat(5, (index) => at(680 + index * 140, 296, [tulip(sun, paper)], { scale: 0.2 })),
    rect(800, 380, 320, 480, haze, 8),
    shape('M800 380 L700 430 V900 L800 860 Z', rust),
    person(1000, 960, sun, light, 1.05),
    person(1210, 1000, blue, dark, 1.1),
    person(400, 980, rust, light, 1),
    plant(1560, 900),
  ]),
  'open-day-2-lists': room(sand, clay, [
    pane(400, 320, 300, 380),
    pane(1520, 320, 300, 380),
    sitting(760, 760, blue, light, 1.25),
    sitting(1160, 760, rust, dark, 1.25),
    table(960, 950, 1200, blue),
    ...[700, 960, 1220].map((x) => at(x, 742, [rect(-100, -34, 200, 40, paper, 6), rect(-70, -22, 120, 10, haze, 5)])),
    person(1690, 1010, sun, light, 1.2),
  ]),
  'open-day-3-booth': room(sky, haze, [
    at(960, 980, [booth(0, 0, blue)], { scale: 1.4 }),
    at(1010, 585, [ballot()], { turn: 5, scale: 0.8 }),
    stroke('M1060 610 L1130 510', sun, 22),
    plant(330, 960),
    plant(1590, 960),
  ]),
  'open-day-4-ballot-box': room(sand, clay, [
    circle(1080, 440, 330, sky),
    ballotBox(1080, 960, 1.25),
    person(520, 1010, rust, dark, 1.55),
    stroke('M610 640 Q760 560 950 420', rust, 60),
    circle(960, 412, 40, dark),
    at(1040, 370, [ballot()], { turn: 12, scale: 0.75 }),
    pane(1630, 320, 260, 380),
  ]),
  'open-day-5-counting': room(sky, haze, [
    at(960, 300, [sheet(760, 380, 6)]),
    sitting(480, 760, sun, light, 1.2),
    sitting(820, 760, blue, dark, 1.2),
    sitting(1150, 760, rust, light, 1.2),
    sitting(1470, 760, paper, dark, 1.2),
    table(960, 960, 1500, clay),
    ...[460, 790, 1130, 1460].map((x, stack) =>
      repeat([4, 6, 3, 5][stack] ?? 4, (index) => rect(x - 80, 752 - index * 20, 160, 17, index % 3 === 2 ? sun : paper, 4)),
    ),
  ]),
};

/** The office's emblem, made up like the office, on a ground that one sees through. */
export function logo(): Svg[] {
  return [circle(256, 256, 248, blue), circle(256, 256, 214, night), at(256, 410, [tulip(sun, sky)], { scale: 0.78 })];
}
