import type { APIRoute } from 'astro';
import { shape } from '../../../shape.ts';
import { countedDay } from '../../../views/counted-day.ts';

export const GET: APIRoute = (context) => {
  const rows = shape(context, countedDay, context.params);
  if (rows instanceof Response) return rows;
  return new Response(rows, { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });
};
