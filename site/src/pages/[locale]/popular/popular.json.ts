import type { APIRoute } from 'astro';
import { jsonAnswer } from '../../../json-answer.ts';
import { shape } from '../../../shape.ts';
import { popularData } from '../../../views/popular-data.ts';

export const GET: APIRoute = (context) => {
  const { params, url, site = url } = context;
  return jsonAnswer(shape(context, popularData, params, site));
};
