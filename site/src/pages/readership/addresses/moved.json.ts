import type { APIRoute } from 'astro';
import { jsonAnswer } from '../../../json-answer.ts';
import { shape } from '../../../shape.ts';
import { movedAddresses } from '../../../views/moved-addresses.ts';

export const GET: APIRoute = (context) => jsonAnswer(shape(context, movedAddresses));
