import type { Page } from 'playwright-core';
import { onTestFailed } from 'vitest';

/** Prints what the page shows when the running test fails: that something was waited for in vain says little by itself. */
export function showOnFailure(page: Page): void {
  onTestFailed(async () => {
    console.error(`The page at ${page.url()} shows:\n${await page.locator('body').ariaSnapshot()}`);
  });
}
