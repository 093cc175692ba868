import { SaxesParser } from 'saxes';

/** An element of an XML file, with the text that stands directly in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  /** The elements that it stands in, from the root. */
  within: string[];
}

/** The elements of an XML text, in the order in which they end; where it is not well-formed, why. */
export function readXml(text: string): XmlElement[] | { fault: string } {
  try {
    return elementsOf(text);
  } catch (error) {
    return { fault: `is not well-formed: ${(error as Error).message}` };
  }
}

function elementsOf(text: string): XmlElement[] {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  const elements: XmlElement[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, text: '', within: open.map((element) => element.name) });
  });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) elements.push(element);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return elements;
}
