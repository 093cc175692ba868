import type { refusals } from '@newsroom/shared/publisher-report';
import { Failure } from '../machine/failure.ts';

export type Why = (typeof refusals)[number];

/** Why a run made no edition: the old one stays. The message says what happened, where, and what to do next. */
export class Refusal extends Failure {
  override name = 'Refusal';
  readonly why: Why;

  constructor(why: Why, message: string, options?: ErrorOptions) {
    super(message);
    this.why = why;
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}
