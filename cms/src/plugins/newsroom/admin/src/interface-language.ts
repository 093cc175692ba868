/**
 * Tells the server, by a cookie, the language in which the admin is shown. Strapi keeps it in the browser, and in the
 * person's profile only once that was saved; the server's refusals are to be in the language of the form around them.
 */
export function rememberInterfaceLanguage(): void {
  const remember = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API wants https, which a CMS on the machine itself lacks
    document.cookie = `newsroom-admin-language=${document.documentElement.lang}; path=/; SameSite=Strict`;
  };
  remember();
  new MutationObserver(remember).observe(document.documentElement, { attributeFilter: ['lang'] });
}
