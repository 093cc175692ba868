import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { en } from '../words/en';
import { hintId } from '../words/translations';
import { neededFields } from './needed-fields';

/** What the hook passes on, as far as we look at it; Strapi does not export its types. */
interface Field {
  name: string;
  hint?: ReactNode;
  required?: boolean;
}

interface Waterfall {
  layout: {
    settings: { displayName?: string };
    layout: Field[][][];
    components: Record<string, { layout: Field[][] }>;
  };
}

/**
 * Marks the fields that must be filled in and puts our hints under fields, in the language of the admin. What an
 * administrator wrote as a field's description ("Configure the view") stands instead of ours.
 */
export function describeFields({ layout, ...rest }: Waterfall): Waterfall {
  const type = nameOf(layout.settings.displayName ?? '');
  return {
    ...rest,
    layout: {
      ...layout,
      layout: layout.layout.map((panel) => panel.map((row) => row.map((field) => described(type, field)))),
      components: Object.fromEntries(
        Object.entries(layout.components).map(([uid, component]) => [
          uid,
          {
            ...component,
            layout: component.layout.map((row) => row.map((field) => described(uid.replace('newsroom.', ''), field))),
          },
        ]),
      ),
    },
  };
}

/** The name by which our words know a type. @example 'Press release' // => 'press-release' */
function nameOf(displayName: string): string {
  return displayName.toLowerCase().replaceAll(' ', '-');
}

function described(type: string, field: Field): Field {
  const hints: Record<string, Record<string, string>> = en.hints;
  const isHinted = !field.hint && hints[type]?.[field.name] !== undefined;
  return {
    ...field,
    ...(isHinted ? { hint: <FormattedMessage id={hintId(type, field.name)} /> } : {}),
    ...(neededFields[type]?.includes(field.name) ? { required: true } : {}),
  };
}
