import type { DemoContent } from './demo-content.ts';
import { type DemoFile, drawPictures } from './draw-pictures.ts';
import { drawProtocolForms } from './draw-protocol-form.ts';

/** Makes all files of the demo: pictures, forms and tables. None of them is kept in the repository. */
export async function makeDemoFiles(content: DemoContent): Promise<DemoFile[]> {
  const [pictures, forms] = await Promise.all([drawPictures(), drawProtocolForms(content.protocolForm)]);
  return [...pictures, ...forms, ...writeAccreditations(content)];
}

/** One table for each vote that is over. */
function writeAccreditations({ accreditations, events }: DemoContent): DemoFile[] {
  const closed = events.filter(({ shared }) => shared.phase === 'closed').map(({ key }) => key);
  return closed.flatMap((event) => {
    const lines = accreditations
      .filter((row) => row.event === event)
      .map((row) => [row.delegation ?? row.observerOrganisation, row.stage, row.observers, row.asOf].join(','));
    const bytes = new TextEncoder().encode(`${['participant,stage,observers,as_of', ...lines].join('\n')}\n`);
    return lines.length === 0 ? [] : [{ name: `accreditations-${event}.csv`, mime: 'text/csv', bytes }];
  });
}
