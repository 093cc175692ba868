import { useForm, useQueryParams } from '@strapi/strapi/admin';

/** The language version that is being edited; without a document's identifier while it was never saved. */
export function useVersion(): { locale: string | undefined; documentId: string | undefined } {
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const saved = useForm('useVersion', (form) => form.initialValues) as { locale?: string; documentId?: string };
  return { locale: saved.locale ?? query.plugins?.i18n?.locale, documentId: saved.documentId };
}
