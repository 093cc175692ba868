import { at, circle, colour, ground, rect, repeat, room, type Svg, shape, stroke } from './shapes.ts';
import { ballot, ballotBox, booth, chair, microphone, pane, person, plant, sheet, sitting, table, tulip } from './things.ts';

const { night, blue, haze, sky, sand, clay, sun, rust, paper, light, dark } = colour;
const coats = [blue, sun, paper, rust, haze];
const skins = [light, dark];
const coat = (index: number) => coats[index % coats.length] ?? blue;
const skin = (index: number) => skins[index % skins.length] ?? light;

/** The pictures that stand above releases, by the names under which the content speaks of them. */
export const covers: Record<string, Svg> = {
  'ballot-box': room(sand, clay, [
    circle(960, 470, 400, sun),
    ballotBox(960, 900, 1.35),
    at(960, 330, [ballot()], { turn: -8, scale: 1.3 }),
    plant(330, 930),
    plant(1600, 930),
  ]),
  booths: room(sky, haze, [
    pane(250, 330, 260, 360),
    pane(1670, 330, 260, 360),
    booth(520, 900, blue),
    booth(960, 900, rust),
    booth(1400, 900, blue),
    person(1000, 1000, sun, dark, 1.1),
  ]),
  queue: room(sand, clay, [
    rect(1440, 240, 340, 620, blue, 12),
    rect(1480, 290, 260, 570, night),
    circle(1510, 590, 12, sun),
    rect(1480, 150, 260, 70, sun, 12),
    repeat(6, (index) => person(250 + index * 205, 940, coat(index), skin(index), 1.08 + (index % 3) * 0.05)),
  ]),
  hall: room(sky, haze, [
    rect(560, 150, 800, 360, paper, 14),
    rect(600, 190, 800 - 80, 280, blue, 8),
    at(960, 460, [tulip(sun, sky)], { scale: 0.6 }),
    table(960, 800, 900, clay),
    repeat(3, (index) => microphone(720 + index * 240, 610)),
    ...[0, 1, 2].map((row) =>
      repeat(8 + row, (index) =>
        chair(
          960 + (index - (7 + row) / 2) * (170 + row * 16),
          880 + row * 85,
          [blue, rust, blue][row] ?? blue,
          0.85 + row * 0.1,
        ),
      ),
    ),
  ]),
  'round-table': room(sand, clay, [
    pane(420, 300, 300, 340),
    pane(960, 300, 300, 340),
    pane(1500, 300, 300, 340),
    repeat(7, (index) => sitting(330 + index * 210, 760, coat(index + 1), skin(index), 1.05)),
    shape('M150 760 H1770 Q1820 760 1820 810 V1080 H100 V810 Q100 760 150 760 Z', blue),
    rect(100, 760, 1720, 34, night, 17),
    repeat(7, (index) => at(330 + index * 210, 850, [rect(-60, -24, 120, 48, paper, 6), rect(-40, -6, 80, 10, haze, 5)])),
  ]),
  briefing: room(sky, haze, [
    rect(0, 0, 1920, 860, blue),
    ...[0, 1, 2, 4, 5, 6].map((index) => at(180 + index * 260, 330, [tulip(haze, haze)], { scale: 0.35 })),
    person(960, 690, rust, light, 1.25),
    shape('M720 560 H1200 L1150 1080 H770 Z', night),
    rect(690, 530, 540, 50, clay, 12),
    microphone(850, 540, -10),
    microphone(960, 540),
    microphone(1060, 540, 10),
    repeat(4, (index) => sitting([220, 500, 1420, 1700][index] ?? 0, 1110, coat(index), night, 1.2)),
  ]),
  badge: ground(sky, [
    circle(960, 560, 430, haze),
    stroke('M760 0 L940 330 M1160 0 L980 330', blue, 46),
    rect(900, 300, 120, 60, night, 16),
    rect(650, 340, 620, 620, paper, 36),
    rect(650, 340, 620, 130, sun, 36),
    rect(650, 420, 620, 60, sun),
    rect(860, 385, 200, 36, night, 18),
    rect(720, 540, 220, 280, sky, 16),
    shape('M740 820 V760 Q740 690 830 690 Q920 690 920 760 V820 Z', blue),
    circle(830, 630, 56, light),
    repeat(4, (index) => rect(990, 560 + index * 70, index === 3 ? 140 : 210, 26, index === 0 ? blue : haze, 13)),
    rect(720, 870, 480, 40, night, 8),
    repeat(12, (index) => rect(736 + index * 38, 870, index % 3 === 0 ? 20 : 10, 40, paper)),
  ]),
  protocol: ground(sand, [
    at(700, 590, [sheet(640, 860, 9)], { turn: -6 }),
    at(900, 560, [sheet(640, 860, 9)], { turn: 2 }),
    at(900, 560, [rect(60, 290, 200, 76, sky, 12), stroke('M90 340 q24 -50 46 0 t46 0 t40 -8', night, 8)], { turn: 2 }),
    stroke('M1370 690 L1560 930', night, 56),
    circle(1260, 540, 230, night),
    circle(1260, 540, 190, sky),
    rect(1130, 470, 260, 28, blue, 14),
    rect(1130, 530, 200, 28, haze, 14),
    rect(1130, 590, 240, 28, haze, 14),
  ]),
  register: room(sand, clay, [
    table(960, 980, 1500, rust),
    shape('M960 760 Q760 690 480 740 V360 Q760 310 960 380 Z', paper),
    shape('M960 760 Q1160 690 1440 740 V360 Q1160 310 960 380 Z', paper),
    stroke('M960 380 V760', haze, 10),
    repeat(6, (index) => rect(550, 440 + index * 44, 300, 14, index === 2 ? sun : haze, 7)),
    repeat(6, (index) => rect(1070, 440 + index * 44, 300, 14, haze, 7)),
    at(1420, 560, [rect(-16, -260, 32, 330, sun, 8), shape('M-16 70 H16 L0 120 Z', night)], { turn: 38 }),
    plant(260, 790),
  ]),
  letter: ground(blue, [
    circle(960, 540, 460, haze),
    at(960, 400, [sheet(620, 560, 7)]),
    shape('M520 470 L960 760 L1400 470 V900 Q1400 930 1370 930 H550 Q520 930 520 900 Z', sand),
    shape('M520 920 L850 690 L960 760 L1070 690 L1400 920 Q1396 930 1370 930 H550 Q524 930 520 920 Z', clay),
    circle(1330, 300, 110, sun),
    stroke('M1280 300 L1316 340 L1384 262', night, 26),
  ]),
  camera: room(sky, haze, [
    rect(1180, 190, 620, 420, paper, 16),
    rect(1220, 230, 540, 340, sand, 8),
    ballotBox(1490, 560, 0.62),
    stroke('M620 600 L470 1000 M620 600 L770 1000 M620 600 V1010', night, 28),
    rect(380, 300, 470, 310, night, 36),
    circle(615, 455, 120, blue),
    circle(615, 455, 78, haze),
    circle(588, 428, 24, paper),
    rect(470, 250, 130, 60, night, 14),
    circle(800, 350, 20, rust),
    person(1060, 960, rust, dark, 1.1),
  ]),
  ramp: room(sky, haze, [
    rect(1060, 120, 760, 740, sand, 12),
    rect(1300, 360, 300, 380, blue, 10),
    circle(1336, 560, 12, sun),
    rect(1240, 230, 420, 90, sun, 14),
    rect(1060, 740, 760, 120, clay),
    shape('M160 860 L1060 740 V860 Z', clay),
    stroke('M200 740 L1060 620 M230 740 V846 M520 698 V806 M800 660 V770 M1050 626 V740', night, 14),
    at(
      620,
      800,
      [
        stroke('M-40 -210 V-110 H70 L110 -30', night, 34),
        circle(-40, -290, 46, dark),
        shape('M-80 -240 H0 V-110 H-80 Z', rust),
        circle(10, -60, 84, night),
        circle(10, -60, 60, sky),
        circle(10, -60, 14, night),
      ],
      { turn: -7.6 },
    ),
    plant(1720, 760),
  ]),
  figures: ground(night, [
    repeat(5, (index) => rect(240, 260 + index * 140, 1440, 4, blue)),
    repeat(6, (index) => {
      const height = [150, 240, 330, 420, 500, 560][index] ?? 0;
      return rect(310 + index * 230, 822 - height, 140, height, index === 5 ? sun : haze, 12);
    }),
    rect(240, 820, 1440, 12, paper, 6),
    stroke('M380 610 L610 520 L840 430 L1070 340 L1300 260 L1530 200', sand, 14),
    repeat(6, (index) => circle(380 + index * 230, [610, 520, 430, 340, 260, 200][index] ?? 0, 22, paper)),
  ]),
  papers: room(sand, clay, [
    table(960, 1000, 1560, blue),
    ...[420, 780, 1140, 1500].map((x, stack) =>
      repeat([9, 12, 7, 10][stack] ?? 8, (index) =>
        rect(x - 120 + ((index * 7) % 12), 780 - index * 26, 240, 22, index % 4 === 3 ? sun : paper, 4),
      ),
    ),
    at(1140, 520, [ballot()], { turn: 6, scale: 0.95 }),
    rect(360, 502, 120, 70, rust, 10),
    rect(700, 424, 160, 70, rust, 10),
  ]),
  clock: ground(sand, [
    rect(0, 860, 1920, 220, clay),
    rect(430, 180, 1060, 680, blue, 16),
    rect(860, 480, 200, 380, night, 8),
    shape('M380 200 L960 20 L1540 200 Z', night),
    circle(960, 290, 130, paper),
    stroke('M960 290 V200 M960 290 L1026 326', night, 16),
    repeat(4, (index) => pane([560, 720, 1200, 1360][index] ?? 0, 640, 90, 190)),
    person(1620, 960, rust, light, 1),
    person(300, 960, sun, dark, 1),
  ]),
  calendar: ground(blue, [
    rect(500, 190, 920, 760, paper, 36),
    rect(500, 190, 920, 170, sun, 36),
    rect(500, 290, 920, 80, sun),
    repeat(3, (index) => rect(690 + index * 250, 120, 40, 150, night, 20)),
    repeat(28, (index) =>
      rect(570 + (index % 7) * 116, 420 + Math.floor(index / 7) * 124, 86, 86, index === 20 ? rust : sky, 14),
    ),
    stroke('M1290 716 L1308 736 L1340 694', paper, 12),
  ]),
  town: ground(sand, [
    shape('M0 700 Q420 560 820 720 T1920 620 V820 Q1400 960 900 860 T0 880 Z', haze),
    stroke('M0 300 H1920 M420 0 V1080 M1100 0 V1080 M1560 0 V1080 M0 560 L1920 380', paper, 34),
    repeat(18, (index) =>
      rect(60 + ((index * 317) % 1760), 60 + ((index * 211) % 460), 110 + (index % 3) * 40, 84, index % 4 === 0 ? clay : sky, 10),
    ),
    ...[
      [300, 230, rust],
      [760, 420, rust],
      [960, 190, blue],
      [1320, 330, rust],
      [1690, 250, blue],
      [620, 950, rust],
      [1420, 980, blue],
    ].map(([x, y, fill]) =>
      at(Number(x), Number(y), [
        shape('M0 0 Q-66 -90 -66 -140 A66 66 0 1 1 66 -140 Q66 -90 0 0 Z', String(fill)),
        circle(0, -140, 28, paper),
      ]),
    ),
  ]),
  emblem: ground(sky, [
    repeat(9, (index) =>
      at(130 + index * 210, 1100, [tulip(index % 2 === 0 ? rust : sun, haze)], { scale: 0.55 + (index % 3) * 0.12 }),
    ),
    circle(960, 480, 400, paper),
    circle(960, 480, 360, blue),
    at(960, 740, [tulip(sun, paper)], { scale: 1.25 }),
  ]),
  park: ground(sky, [
    circle(1500, 250, 120, sun),
    shape('M0 640 Q420 360 900 600 T1920 520 V1080 H0 Z', haze),
    shape('M0 760 Q520 600 1040 740 T1920 700 V1080 H0 Z', clay),
    shape('M1180 1080 Q1000 900 1180 800 Q1240 775 1180 752 H1290 Q1400 800 1300 900 Q1240 960 1520 1080 Z', sand),
    ...[
      [240, 800, 1.1],
      [520, 860, 1.35],
      [860, 790, 0.9],
      [1600, 840, 1.3],
      [1800, 780, 0.9],
    ].map(([x = 0, y = 0, scale = 1], index) => tree(x, y, scale, index % 2 === 0 ? blue : night)),
    rect(700, 880, 260, 22, rust, 8),
    rect(700, 820, 260, 22, rust, 8),
    rect(720, 900, 20, 70, night, 6),
    rect(920, 900, 20, 70, night, 6),
  ]),
  'three-marks': ground(haze, [
    at(880, 560, [
      rect(-420, -400, 840, 800, paper, 20),
      rect(-340, -320, 420, 40, blue, 20),
      ...[-170, 20, 210].flatMap((y, index) => [
        rect(-340, y, 110, 110, sky, 12),
        rect(-180, y + 38, [420, 330, 480][index] ?? 400, 34, haze, 17),
        ...(index === 1 ? [] : [stroke(`M-312 ${y + 56} L-288 ${y + 82} L-244 ${y + 24}`, rust, 22)]),
      ]),
    ]),
    at(1430, 640, [rect(-26, -380, 52, 480, sun, 10), shape('M-26 100 H26 L0 180 Z', night), rect(-26, -380, 52, 50, rust, 10)], {
      turn: 32,
    }),
  ]),
  archive: room(sky, haze, [
    ...[240, 720, 1200].flatMap((x, column) => [
      rect(x, 130, 440, 740, paper, 14),
      ...[0, 1, 2].map((row) =>
        repeat(7, (index) =>
          rect(
            x + 34 + index * 54,
            180 + row * 232 + ((index * 13) % 22),
            44,
            176 - ((index * 13) % 22),
            coat(index + row + column === 2 ? 1 : index + row + column),
            6,
          ),
        ),
      ),
      ...[0, 1, 2].map((row) => rect(x + 20, 356 + row * 232, 400, 16, clay, 6)),
    ]),
    person(1760, 960, blue, dark, 1.1),
  ]),
  hands: ground(sun, [
    circle(960, 540, 430, sand),
    rect(500, 330, 400, 300, night, 26),
    rect(530, 360, 340, 240, sky, 12),
    sitting(700, 600, blue, light, 0.95),
    person(1240, 980, rust, dark, 1.7),
    stroke('M1120 560 Q1060 620 1090 480', dark, 44),
    stroke('M1360 560 Q1440 640 1420 470', dark, 44),
    circle(1090, 470, 36, dark),
    circle(1420, 460, 36, dark),
  ]),
};

function tree(x: number, y: number, scale: number, crown: string): Svg {
  return at(
    x,
    y,
    [rect(-16, -150, 32, 150, rust, 8), circle(0, -230, 120, crown), circle(-70, -170, 70, crown), circle(74, -176, 66, crown)],
    {
      scale,
    },
  );
}
