import type { Browser, Locator, Page } from 'playwright-core';

/** The languages in which the admin is shown. */
export type InterfaceLanguage = 'en' | 'ru';

export interface Login {
  email: string;
  password: string;
}

/** Somebody who works in the admin with a browser, and what they do and see there. */
export interface Editor {
  page: Page;
  /** Opens the form of a new document in a language of the site. */
  begin(type: string, language: string): Promise<void>;
  /** Opens the form of a document. */
  open(type: string, document: string, language: string): Promise<void>;
  publish(): Promise<void>;
  save(): Promise<void>;
  /** Leaves a form without saving it. */
  leave(): Promise<void>;
  /** What stands as an error at the field with this label; waits for it. */
  errorAt(label: string): Promise<string>;
  /** What the message that appears above the page says; waits for it. */
  told(): Promise<string>;
}

/** How long a page of the admin may take on a busy machine, in milliseconds. */
const patience = 90_000;

const buttons = { en: { publish: 'Publish', save: 'Save' }, ru: { publish: 'Опубликовать', save: 'Сохранить' } };

/** Logs in with a browser of its own, with the admin shown in a language. @param cms the CMS's origin */
export async function logIn(browser: Browser, cms: string, login: Login, language: InterfaceLanguage): Promise<Editor> {
  const viewport = { width: 1440, height: 1000 };
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Almaty', viewport });
  // Where Strapi keeps what is chosen on the login page.
  await context.addInitScript({ content: `localStorage.setItem('strapi-admin-language', '${language}')` });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${cms}/admin`);
  await page.fill('input[name=email]', login.email);
  await page.fill('input[name=password]', login.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));

  // The browser asks before a changed form is left.
  page.on('dialog', (question) => void question.accept());
  const visit = async (place: string, siteLanguage: string) => {
    await page.goto(
      `${cms}/admin/content-manager/collection-types/plugin::newsroom.${place}?plugins[i18n][locale]=${siteLanguage}`,
    );
    await page.locator('form').first().waitFor();
    // Strapi puts the buttons in when the browser has nothing else to do. Searching a page for a role again and again is
    // so much to do that a slow machine never comes to it: they are waited for by what is found at once.
    await page.locator('form aside button').first().waitFor();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    page,
    begin: (type, siteLanguage) => visit(`${type}/create`, siteLanguage),
    open: (type, document, siteLanguage) => visit(`${type}/${document}`, siteLanguage),
    publish: () => press(buttons[language].publish),
    save: () => press(buttons[language].save),
    leave: async () => {
      await page.goto('about:blank');
    },
    errorAt: (label) => text(errorsAt(page, label)),
    told: () => text(page.locator('[role=alert]').filter({ hasText: /\S/ })),
  };
}

/** Does in the admin what a test needs beforehand, over the addresses that its pages use; gives what Strapi answers. */
export async function prepare(cms: string, login: Login): Promise<(place: string, body: object | FormData) => Promise<Answer>> {
  const send = async (address: string, body: object | FormData, headers: Record<string, string>): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${cms}${address}`, {
      method: 'POST',
      headers: { ...headers, ...(isForm ? {} : { 'Content-Type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const { data } = (await send('/admin/login', login, {})) as { data: { token: string } };
  return (place, body) => send(place, body, { Authorization: `Bearer ${data.token}` });
}

type Answer = { data: Record<string, string> } | { id: number }[];

/** Errors stand in the same box as the label of their field. */
function errorsAt(page: Page, label: string): Locator {
  return page.locator(`xpath=//*[@data-strapi-field-error][parent::*[.//label[contains(., "${label}")]]]`);
}

async function text(locator: Locator): Promise<string> {
  return (await locator.first().textContent()) ?? '';
}
