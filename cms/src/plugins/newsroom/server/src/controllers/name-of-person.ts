/** A person as Strapi's admin knows them. */
interface Person {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** The name under which what a person decides is told to colleagues: never an e-mail address. */
export function nameOfPerson({ firstname, lastname, username }: Person): string {
  const name = [firstname, lastname].filter(Boolean).join(' ').trim();
  return (name || username || 'An editor').slice(0, 120);
}
