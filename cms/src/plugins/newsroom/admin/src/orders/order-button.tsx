import { Button, type ButtonProps, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useSay } from '../publishing/say';

interface Props extends Pick<ButtonProps, 'variant' | 'size' | 'startIcon'> {
  label: string;
  /** What the button says where "this" has to be named; the label when left out. */
  fullLabel?: string;
  /** What has to be confirmed beforehand; without it the button acts at once. */
  question?: { title: string; text: string };
  onOrder(): Promise<void>;
}

/** A button that gives an order to the publisher, after a question where the order is grave. */
export function OrderButton({ label, fullLabel = label, question, onOrder, ...look }: Props) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const give = async () => {
    setGiving(true);
    await onOrder();
    setGiving(false);
    setOpen(false);
  };
  if (question === undefined) {
    return (
      <Button {...look} loading={isGiving} aria-label={fullLabel} onClick={() => void give()}>
        {label}
      </Button>
    );
  }
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button {...look} aria-label={fullLabel}>
          {label}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={question.title}
        startAction={
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {say('newsroom.order.cancel')}
            </Button>
          </Dialog.Cancel>
        }
        endAction={
          <Button fullWidth variant="danger" loading={isGiving} onClick={() => void give()}>
            {fullLabel}
          </Button>
        }
      >
        {question.text}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
