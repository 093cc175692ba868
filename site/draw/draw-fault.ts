/** Why the site cannot be drawn, and what to do next. */
export class DrawFault extends Error {
  override readonly name = 'DrawFault';
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
