import type { APIRoute } from 'astro';
import { jsonAnswer } from '../../json-answer.ts';
import { shape } from '../../shape.ts';
import { readershipIndex } from '../../views/readership-index.ts';

export const GET: APIRoute = (context) => jsonAnswer(shape(context, readershipIndex));
