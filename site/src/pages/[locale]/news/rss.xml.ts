import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { newsFeed } from '../../../views/news-feed.ts';

export const GET: APIRoute = ({ locals, params, url, site = url }) => {
  const feed = newsFeed(locals.snapshot, params, site);
  return feed === undefined ? new Response(null, { status: 404 }) : rss(feed);
};
