import type { Colour } from './contrast.ts';
import { officeShades, type Shades } from './office-shades.ts';

/**
 * The style sheet that puts the office's colour in the place of the site's own, on screens; paper stays black and
 * white. Its selector weighs more than that of `tokens.css`, whichever comes first.
 */
export function themeStyles(colour: Colour): string {
  const { light, dark } = officeShades(colour);
  return `@media screen {\n${rule(light)}}\n@media screen and (prefers-color-scheme: dark) {\n${rule(dark)}}\n`;
}

function rule(shades: Shades): string {
  const tokens = Object.entries(shades).map(([name, colour]) => `    --${name}: ${colour};\n`);
  return `  html:root {\n${tokens.join('')}  }\n`;
}
