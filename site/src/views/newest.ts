/** The newest of some instants: when what is shown of several documents was changed last; undefined without any. */
export function newest(instants: readonly (string | undefined)[]): string | undefined {
  return instants.reduce((latest, at) => (latest === undefined || (at !== undefined && at > latest) ? at : latest), undefined);
}
