import type { APIRoute } from 'astro';
import { shape } from '../shape.ts';
import { robots } from '../views/robots.ts';

export const GET: APIRoute = (context) => {
  const { url, site = url } = context;
  const text = shape(context, robots, site);
  return text instanceof Response ? text : new Response(text);
};
