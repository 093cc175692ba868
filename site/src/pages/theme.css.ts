import type { APIRoute } from 'astro';
import { shape } from '../shape.ts';
import { theme } from '../views/theme.ts';

export const GET: APIRoute = (context) => {
  const styles = shape(context, theme);
  return styles instanceof Response ? styles : new Response(styles, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
