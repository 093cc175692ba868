import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

/** What the hook passes on, as far as we look at it; Strapi does not export its types. */
interface Column {
  name: string;
  attribute?: { type?: string };
  cellFormatter?: (document: Record<string, unknown>, column: Column) => ReactNode;
}

interface Waterfall {
  displayedHeaders: Column[];
  layout: unknown;
}

/** Strapi's lists show the values of enumerations as they are stored; shows the words for them, as the forms do. */
export function showWords({ displayedHeaders, ...rest }: Waterfall): Waterfall {
  return { ...rest, displayedHeaders: displayedHeaders.map(withWords) };
}

function withWords(header: Column): Column {
  if (header.attribute?.type !== 'enumeration') return header;
  return {
    ...header,
    cellFormatter: (document, { name }) => {
      const value: unknown = document[name];
      return (
        <Typography textColor="neutral800">
          {typeof value === 'string' ? <FormattedMessage id={value} defaultMessage={value} /> : '-'}
        </Typography>
      );
    },
  };
}
