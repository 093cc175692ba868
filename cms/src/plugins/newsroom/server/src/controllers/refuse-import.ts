import type { Core } from '@strapi/strapi';
import type { z } from 'zod';

/** Answers a program whose body is not as it should be: what is wrong first and where, and the first twenty of all issues. */
export function refuseImport(ctx: Parameters<Core.ControllerHandler>[0], { issues }: z.ZodError) {
  const [issue] = issues;
  return ctx.badRequest(`Nothing was taken in. At ${issue?.path.join('.') || 'the top'}: ${issue?.message}`, {
    issues: issues.slice(0, 20),
  });
}
