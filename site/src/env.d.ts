/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The content that pages are made from. */
    snapshot: import('./content/snapshot.ts').Snapshot;
    /** Why the page could not be drawn: Astro itself would only say that it could not. */
    fault?: unknown;
  }
}
