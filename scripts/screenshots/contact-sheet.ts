import type { Screenshot } from './take-screenshots.ts';

/** A page that shows all pictures side by side, each leading to its file. File names are ours: they need no escaping. */
export function contactSheet(screenshots: Screenshot[], prints: string[]): string {
  const groups = Map.groupBy(screenshots, ({ template }) => template);
  const sections = [...groups].map(
    ([template, pictures]) => `<h2>${template}</h2>\n<ul>\n${pictures.map(item).join('\n')}\n</ul>`,
  );
  const printed = prints.map((name) => `<li><a href="${name}">${name}</a></li>`).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Screenshots</title>
<style>
body { font-family: sans-serif; margin: 1rem; background: #777; color: #fff; }
a { color: inherit; }
ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
img { display: block; width: 12rem; max-height: 24rem; object-fit: cover; object-position: top; }
</style>
</head>
<body>
<h1>Screenshots</h1>
${sections.join('\n')}
<h2>Printed</h2>
<ul>
${printed}
</ul>
</body>
</html>
`;
}

function item({ language, width, scheme, picture }: Screenshot): string {
  const label = [language, width, scheme].filter((part) => part !== null).join(' · ');
  return `<li><a href="${picture}"><img loading="lazy" src="${picture}" alt=""> ${label}</a></li>`;
}
