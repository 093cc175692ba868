import type { APIRoute } from 'astro';
import { jsonAnswer } from '../../../json-answer.ts';
import { shape } from '../../../shape.ts';
import { addressesOfMonth } from '../../../views/addresses-of-month.ts';

export const GET: APIRoute = (context) => jsonAnswer(shape(context, addressesOfMonth, context.params));
