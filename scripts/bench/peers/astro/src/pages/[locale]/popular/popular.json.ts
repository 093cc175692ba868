import type { APIRoute } from 'astro';
import { type Language, languages, settings } from '../../../newsroom.ts';

export const getStaticPaths = () => languages.map((locale) => ({ params: { locale } }));

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(settings[params.locale as Language].popular, null, 2));
