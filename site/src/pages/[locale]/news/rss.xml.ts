import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { shape } from '../../../shape.ts';
import { newsFeed } from '../../../views/news-feed.ts';

export const GET: APIRoute = (context) => {
  const { params, url, site = url } = context;
  const feed = shape(context, newsFeed, params, site);
  return feed instanceof Response ? feed : rss(feed);
};
