import type { APIRoute } from 'astro';
import { redirectRules } from '../views/redirect-page.ts';

export const GET: APIRoute = ({ locals }) => new Response(redirectRules(locals.snapshot));
