import { at, circle, colour, rect, repeat, type Svg, shape, stroke } from './shapes.ts';

/* Each thing stands on its place: x is its middle, y the floor below it (or, for what hangs or lies, its centre). */

/** A grown person, 400 high, seen from the front. */
export function person(x: number, y: number, coat: string, skin: string = colour.light, scale = 1): Svg {
  return at(
    x,
    y,
    [
      rect(-48, -170, 40, 170, colour.night, 12),
      rect(8, -170, 40, 170, colour.night, 12),
      shape('M-82 -130 V-250 Q-82 -310 -20 -310 H20 Q82 -310 82 -250 V-130 Z', coat),
      rect(-18, -335, 36, 40, skin),
      circle(0, -360, 46, skin),
      shape('M-48 -362 Q-50 -416 0 -416 Q50 -416 48 -362 Q20 -390 -48 -362 Z', colour.night),
    ],
    { scale },
  );
}

/** A person behind a table or in a row, from the waist up, 230 high. */
export function sitting(x: number, y: number, coat: string, skin: string = colour.light, scale = 1): Svg {
  return at(
    x,
    y,
    [
      shape('M-90 0 V-70 Q-90 -125 -26 -125 H26 Q90 -125 90 -70 V0 Z', coat),
      rect(-18, -152, 36, 40, skin),
      circle(0, -178, 46, skin),
      shape('M-48 -180 Q-50 -234 0 -234 Q50 -234 48 -180 Q20 -208 -48 -180 Z', colour.night),
    ],
    { scale },
  );
}

/** A see-through box with papers in it and a slot in its lid, 420 high. */
export function ballotBox(x: number, y: number, scale = 1): Svg {
  return at(
    x,
    y,
    [
      rect(-210, -360, 420, 360, colour.haze, 14),
      rect(-186, -330, 372, 306, colour.sky, 8),
      at(-90, -112, [ballot()], { turn: -18, scale: 0.72 }),
      at(80, -106, [ballot()], { turn: 14, scale: 0.72 }),
      at(-6, -150, [ballot()], { turn: 4, scale: 0.72 }),
      rect(-186, -60, 372, 36, colour.haze),
      rect(-232, -410, 464, 62, colour.blue, 14),
      rect(-90, -392, 180, 18, colour.night, 9),
      rect(-30, -348, 60, 40, colour.sun, 6),
    ],
    { scale },
  );
}

/** A ballot paper around its centre, 160 × 200, one of its two squares marked. */
export function ballot(): Svg {
  return [
    rect(-80, -100, 160, 200, colour.paper, 6),
    rect(-56, -76, 112, 14, colour.blue, 7),
    ...[-24, 30].flatMap((y) => [rect(-56, y, 34, 34, colour.sky, 4), rect(-8, y + 10, 64, 12, colour.haze, 6)]),
    stroke('M-50 -8 L-40 4 L-24 -22', colour.rust, 8),
  ].join('');
}

/** A sheet around its centre with a heading and lines of writing. */
export function sheet(width: number, height: number, lines: number): Svg {
  const left = -width / 2 + width * 0.12;
  const step = (height * 0.7) / lines;
  return [
    rect(-width / 2, -height / 2, width, height, colour.paper, 10),
    rect(left, -height / 2 + height * 0.09, width * 0.5, height * 0.035, colour.blue, 8),
    repeat(lines, (index) =>
      rect(left, -height / 2 + height * 0.2 + index * step, width * (index % 4 === 3 ? 0.46 : 0.76), 12, colour.haze, 6),
    ),
  ].join('');
}

/** A polling booth with a curtain, 620 high. */
export function booth(x: number, y: number, curtain: string): Svg {
  return at(x, y, [
    rect(-190, -620, 380, 620, colour.paper, 10),
    rect(-164, -560, 328, 560, colour.night),
    rect(-164, -250, 328, 26, colour.clay),
    shape('M-164 -560 H20 Q30 -330 -40 -120 H-164 Z', curtain),
    stroke('M-110 -550 Q-100 -340 -130 -140 M-50 -550 Q-44 -340 -84 -140', colour.sky, 6),
    rect(-206, -640, 412, 44, colour.sun, 10),
  ]);
}

/** A chair from behind, 230 high. */
export function chair(x: number, y: number, fill: string, scale = 1): Svg {
  return at(
    x,
    y,
    [
      rect(-62, -110, 14, 110, colour.night, 6),
      rect(48, -110, 14, 110, colour.night, 6),
      rect(-74, -130, 148, 34, fill, 12),
      rect(-66, -232, 132, 96, fill, 18),
    ],
    { scale },
  );
}

/** A table of a given width, 190 high. */
export function table(x: number, y: number, width: number, top: string = colour.clay): Svg {
  return at(x, y, [
    rect(-width / 2 + 30, -160, 24, 160, colour.night, 6),
    rect(width / 2 - 54, -160, 24, 160, colour.night, 6),
    rect(-width / 2, -190, width, 36, top, 10),
  ]);
}

/** A window with light in it, around its centre. */
export function pane(x: number, y: number, width: number, height: number): Svg {
  return at(x, y, [
    rect(-width / 2 - 16, -height / 2 - 16, width + 32, height + 32, colour.paper, 10),
    rect(-width / 2, -height / 2, width, height, colour.haze),
    shape(`M${-width / 2} ${height / 2} L${width / 6} ${-height / 2} H${width / 2} L${-width / 6} ${height / 2} Z`, colour.sky),
    rect(-7, -height / 2, 14, height, colour.paper),
  ]);
}

/** A plant in a pot, 330 high. */
export function plant(x: number, y: number): Svg {
  const leaf = (turn: number, fill: string) => at(0, -110, [shape('M0 0 Q-46 -110 0 -220 Q46 -110 0 0 Z', fill)], { turn });
  return at(x, y, [
    leaf(-38, colour.blue),
    leaf(38, colour.blue),
    leaf(0, colour.night),
    shape('M-64 -120 H64 L46 0 H-46 Z', colour.rust),
  ]);
}

/** The made-up town's tulip, around the foot of its stalk, 420 high. */
export function tulip(flower: string, stalk: string): Svg {
  return [
    stroke('M0 0 V-230', stalk, 18),
    shape('M0 -10 Q-120 -60 -130 -210 Q-30 -150 0 -10 Z', stalk),
    shape('M0 -10 Q120 -60 130 -210 Q30 -150 0 -10 Z', stalk),
    shape(
      'M-100 -400 Q-120 -220 0 -210 Q120 -220 100 -400 Q60 -370 50 -330 Q20 -370 0 -420 Q-20 -370 -50 -330 Q-60 -370 -100 -400 Z',
      flower,
    ),
  ].join('');
}

/** A microphone on a stand that stands on a table, 190 high. */
export function microphone(x: number, y: number, turn = 0): Svg {
  return at(
    x,
    y,
    [
      rect(-34, -14, 68, 14, colour.night, 7),
      stroke('M0 -10 Q0 -80 20 -130', colour.night, 10),
      at(24, -150, [rect(-18, -40, 36, 66, colour.sun, 18)], { turn: 14 }),
    ],
    { turn },
  );
}
