import type { Page } from 'playwright-core';

/**
 * Puts a text into the form's Markdown editor, in place of what stands there, and resolves when the form has it.
 *
 * It is pasted. The editor takes a paste at once, and so a keyboard's letters; what comes into the page in another way
 * (Playwright's `insertText`, dictation, a phone's keyboard, a spelling correction) it reads from the page 80 ms later,
 * and when Publish is pressed before that, the form is sent without it.
 *
 * @throws Error of Playwright, when the editor still holds something else after its usual patience
 */
export async function writeMarkdown(page: Page, text: string): Promise<void> {
  const holdsIt = () => page.waitForFunction(`document.querySelector('.CodeMirror').CodeMirror.getValue() === ${quoted(text)}`);
  await page.locator('.CodeMirror').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${quoted(text)});
    const place = document.querySelector('.CodeMirror [contenteditable=true]');
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
  await holdsIt();
  // With the focus it shows its own text, whatever the form holds; without, the form's.
  await page.keyboard.press('Tab');
  await page.locator('.CodeMirror-focused').waitFor({ state: 'detached' });
  await holdsIt();
}

const quoted = (text: string) => JSON.stringify(text);
