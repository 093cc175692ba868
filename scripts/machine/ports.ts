import { createServer } from 'node:net';
import { Failure } from './failure.ts';

/**
 * Makes sure that a port of this machine is free.
 *
 * @param setting the variable in `.env` that chooses another
 * @throws Failure that says what to do
 */
export async function needFreePort(port: number, purpose: string, setting: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const fault = await listenOnce(port, host);
    if (fault === 'EADDRINUSE') {
      throw new Failure(
        `Port ${port}, wanted for ${purpose}, is taken by another program. Stop that program (another "npm start" perhaps), or choose another port: ${setting}=${port + 1} npm start`,
      );
    }
    if (fault === 'EACCES') {
      throw new Failure(
        `Port ${port}, wanted for ${purpose}, is not open to this user. Choose one above 1023: ${setting}=${port + 8000} npm start`,
      );
    }
  }
}

function listenOnce(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
