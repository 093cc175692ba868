/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The content that pages are made from. */
    snapshot: import('./content/snapshot.ts').Snapshot;
    /**
     * The digest of the view model that the page was drawn from last; undefined: it is drawn in any case; null: nor will
     * anybody ask from which.
     */
    known?: string | null | undefined;
    /** What became of the view model: set by the page. */
    shaped?: import('./shape.ts').Shaped;
    /** Why the page could not be drawn: Astro itself would only say that it could not. */
    fault?: unknown;
  }
}
