import type { ReadLink } from '../src/views/site-links.ts';
import { webAddress } from '../src/views/web-address.ts';

/** Takes every link for one that leads out of the site. */
export const anyLink: ReadLink = (written) => ({ kind: 'outside', href: webAddress(written) });
