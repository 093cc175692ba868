import type { APIRoute } from 'astro';
import { robots } from '../views/robots.ts';

export const GET: APIRoute = ({ url, site = url }) => new Response(robots(site));
