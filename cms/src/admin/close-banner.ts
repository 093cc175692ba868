/**
 * Strapi shows everybody a banner for an article in its blog until it is clicked away. Marks it as clicked away,
 * where Strapi itself keeps that: in the browser, under the installation's identifier.
 */
export async function closeBanner(): Promise<void> {
  const answer = await fetch('/admin/init');
  if (!answer.ok) return;
  const { data } = (await answer.json()) as { data: { uuid: string | boolean } };
  window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${data.uuid}`, 'true');
}
