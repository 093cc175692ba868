import type { APIRoute } from 'astro';
import { popularData } from '../../../views/popular-data.ts';

export const GET: APIRoute = ({ locals, params, url, site = url }) => {
  const list = popularData(locals.snapshot, params, site);
  if (list === undefined) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(list, null, 2)}\n`, { headers: { 'content-type': 'application/json' } });
};
