import type { APIRoute } from 'astro';
import { shape } from '../../../shape.ts';
import { popularData } from '../../../views/popular-data.ts';

export const GET: APIRoute = (context) => {
  const { params, url, site = url } = context;
  const list = shape(context, popularData, params, site);
  if (list instanceof Response) return list;
  return new Response(`${JSON.stringify(list, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
};
