import { Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  /** Paragraphs: by whom, since when, and what it means. */
  children: ReactNode;
  /** What ends it; undefined: this person may not. */
  action: ReactNode | undefined;
}

/** Says that something stands still for readers, and offers to end it. */
export function StandstillBanner({ title, children, action }: Props) {
  const id = useId();
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      justifyContent="space-between"
      alignItems="center"
      gap={6}
      padding={6}
      background="warning100"
      borderColor="warning200"
      hasRadius
    >
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h2" variant="delta" fontWeight="bold" id={id}>
          {title}
        </Typography>
        {children}
      </Flex>
      {action !== undefined && <Flex shrink={0}>{action}</Flex>}
    </Flex>
  );
}
