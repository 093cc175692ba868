import type { APIRoute } from 'astro';
import { theme } from '../views/theme.ts';

export const GET: APIRoute = ({ locals }) => {
  const styles = theme(locals.snapshot);
  return styles === undefined
    ? new Response(null, { status: 404 })
    : new Response(styles, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
