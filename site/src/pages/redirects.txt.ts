import type { APIRoute } from 'astro';
import { shape } from '../shape.ts';
import { redirectRules } from '../views/redirect-page.ts';

export const GET: APIRoute = (context) => {
  const rules = shape(context, redirectRules);
  return rules instanceof Response ? rules : new Response(rules);
};
