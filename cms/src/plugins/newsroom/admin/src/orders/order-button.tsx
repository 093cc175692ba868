import { Button, type ButtonProps, Dialog, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useSay } from '../publishing/say';
import { useGiving } from './use-giving';

interface Question {
  title: string;
  text: string;
  /** What the button says that means yes. */
  yes: string;
}

interface Props extends Pick<ButtonProps, 'variant' | 'startIcon'> {
  label: string;
  /** What is read to those who do not see beside what the button stands; the label when left out. */
  fullLabel?: string;
  /** What has to be confirmed beforehand; without it the button acts at once. */
  question?: Question;
  /** Answers why the order was not taken; undefined: it was. */
  onOrder(): Promise<string | undefined>;
}

/** A button that gives an order to the publisher, after a question where the order is grave. */
export function OrderButton({ question, onOrder, ...button }: Props) {
  return question === undefined ? (
    <ActAtOnce onOrder={onOrder} {...button} />
  ) : (
    <ActAfterQuestion onOrder={onOrder} question={question} {...button} />
  );
}

function ActAtOnce({ label, fullLabel = label, onOrder, ...look }: Omit<Props, 'question'>) {
  const { isGiving, give } = useGiving();
  return (
    <Button {...look} loading={isGiving} aria-label={fullLabel} style={{ whiteSpace: 'nowrap' }} onClick={() => give(onOrder)}>
      {label}
    </Button>
  );
}

function ActAfterQuestion({ label, fullLabel = label, question, onOrder, ...look }: Props & { question: Question }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const open = (next: boolean) => {
    setFailure(undefined);
    setOpen(next);
  };
  const give = async () => {
    setGiving(true);
    setFailure(undefined);
    const why = await onOrder();
    setGiving(false);
    setFailure(why);
    if (why === undefined) setOpen(false);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={open}>
      <Dialog.Trigger>
        <Button {...look} aria-label={fullLabel} style={{ whiteSpace: 'nowrap' }}>
          {label}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{question.title}</Dialog.Header>
        <Dialog.Body>
          <Dialog.Description>{question.text}</Dialog.Description>
          <Typography tag="p" role="alert" textColor="danger700">
            {failure}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {say('newsroom.order.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger" loading={isGiving} onClick={() => void give()}>
            {question.yes}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
