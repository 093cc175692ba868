import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { type InputProps, useAPIErrorHandler, useFetchClient, useField, useForm, useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { usePublishedSlug } from './published-slug';
import { useVersion } from './version';

interface Props extends Omit<InputProps, 'type'> {
  /** The options say of which type the slug is, and from which field it is made. */
  attribute: { options: { type: string; source: string } };
  labelAction?: ReactNode;
}

/** A slug, with a button that makes it anew from the title, and a warning where readers know another one. */
export function SlugInput({ name, label, labelAction, hint, required, disabled, placeholder, attribute }: Props) {
  const { formatMessage } = useIntl();
  const { value, error, onChange } = useField<string | null>(name);
  const { type, source } = attribute.options;
  const { make, isMaking } = useRegeneration(type);
  const title = useForm('SlugInput', (form) => (form.values as Record<string, unknown>)[source]);
  const published = usePublishedSlug(type);

  return (
    <Field.Root name={name} hint={hint} error={error ?? false} required={required ?? false}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex gap={2} alignItems="stretch">
        <div style={{ flexGrow: 1 }}>
          <Field.Input
            type="text"
            {...(placeholder ? { placeholder } : {})}
            disabled={disabled ?? false}
            value={value ?? ''}
            onChange={onChange}
          />
        </div>
        <Button
          variant="tertiary"
          size="L"
          startIcon={<ArrowClockwise />}
          loading={isMaking}
          disabled={disabled || typeof title !== 'string' || title.trim() === ''}
          onClick={async () => {
            const slug = await make(String(title));
            if (slug !== undefined) onChange(name, slug);
          }}
        >
          {formatMessage({ id: 'newsroom.slug.regenerate' })}
        </Button>
      </Flex>
      <Field.Error />
      <Field.Hint />
      {published !== undefined && value !== published && (
        <Typography variant="pi" textColor="warning600" role="status">
          {formatMessage({ id: 'newsroom.slug.moves' }, { published })}
        </Typography>
      )}
    </Field.Root>
  );
}

/** Asks the server for the slug of a title: it alone knows which ones are taken. */
function useRegeneration(type: string) {
  const { get } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const { toggleNotification } = useNotification();
  const { locale, documentId } = useVersion();
  const [isMaking, setMaking] = useState(false);

  async function make(text: string): Promise<string | undefined> {
    setMaking(true);
    try {
      const { data } = await get<{ slug: string }>('/newsroom/slug', { params: { type, locale, text, documentId } });
      return data.slug;
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
      return undefined;
    } finally {
      setMaking(false);
    }
  }
  return { make, isMaking };
}
