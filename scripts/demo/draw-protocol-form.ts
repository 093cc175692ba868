import { createRequire } from 'node:module';
import { languages } from '@newsroom/shared/languages';
import PDFDocument from 'pdfkit';
import type { ProtocolForm } from './demo-content.ts';
import type { DemoFile } from './draw-pictures.ts';

const require = createRequire(import.meta.url);

/** Fonts with all Kazakh letters in one file, of the family that the site itself uses. */
const fonts = {
  text: require.resolve('@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/golos-text/700Bold/GolosText_700Bold.ttf'),
};

const ink = '#14324a';
const left = 60;
const width = 475;

/** Draws the specimen of a precinct's protocol, one page in each language. */
export function drawProtocolForms(texts: ProtocolForm): Promise<DemoFile[]> {
  return Promise.all(
    languages.map(async (language) => ({
      name: `protocol-form-${language}.pdf`,
      mime: 'application/pdf',
      bytes: await drawForm(language, texts[language]),
    })),
  );
}

async function drawForm(language: string, text: ProtocolForm[keyof ProtocolForm]): Promise<Uint8Array<ArrayBuffer>> {
  // A fixed date, so that the same texts always give the same file.
  const info = { Title: text.title, Author: text.office, CreationDate: new Date('2023-02-01T00:00:00Z') };
  const page = new PDFDocument({ size: 'A4', margin: left, lang: language, info, displayTitle: true });
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => page.on('end', () => resolve()));

  page.registerFont('text', fonts.text).registerFont('bold', fonts.bold).fillColor(ink);
  page.font('text').fontSize(10).text(text.office, { align: 'center' });
  page.moveDown().font('bold').fontSize(18).text(text.title, { align: 'center' });
  page.moveDown(0.3).font('text').fontSize(10).text(text.notice, { align: 'center' }).moveDown();
  for (const field of text.header) drawField(page, field);
  page.moveDown(0.5);
  text.rows.forEach((row, index) => {
    drawRow(page, index + 1, row);
  });
  page.moveDown().font('text').fontSize(10).text(text.check, left, page.y, { width }).moveDown();
  for (const field of text.signatures) drawField(page, field);
  page.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

type Page = InstanceType<typeof PDFDocument>;

/** A label and a line to write on. */
function drawField(page: Page, label: string): void {
  const top = page.y;
  page.font('text').fontSize(11).text(label, left, top, { width: 200 });
  page
    .moveTo(left + 210, top + 14)
    .lineTo(left + width, top + 14)
    .lineWidth(0.7)
    .stroke(ink);
  page.y = Math.max(page.y, top + 16) + 8;
}

/** A numbered line of the protocol, with six boxes for digits. */
function drawRow(page: Page, number: number, label: string): void {
  const top = page.y;
  const box = 20;
  page
    .font('bold')
    .fontSize(11)
    .text(String(number), left, top + 5, { width: 24 });
  page.font('text').text(label, left + 28, top + 5, { width: width - 28 - 6 * box - 16 });
  const height = Math.max(page.y - top + 5, box + 8);
  for (let digit = 0; digit < 6; digit += 1)
    page
      .rect(left + width - (6 - digit) * box, top + (height - box) / 2, box, box)
      .lineWidth(0.7)
      .stroke(ink);
  page
    .moveTo(left, top + height)
    .lineTo(left + width, top + height)
    .lineWidth(0.4)
    .stroke('#9cc3da');
  page.y = top + height;
}
