import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { step } from '../machine/progress.ts';
import { sendDemo } from './send-demo.ts';

/** Sends the demo newsroom to a CMS that runs already, on behalf of an administrator or editor. */
await runCommand(async () => {
  loadEnvironment();
  const { DEMO_EMAIL: email, DEMO_PASSWORD: password } = process.env;
  if (!email || !password) {
    throw new Failure(
      'Say who sends the demo: DEMO_EMAIL=you@office.org DEMO_PASSWORD=… npm run demo (a login of the admin; the CMS must be running)',
    );
  }
  await step('Sending the demo newsroom to the CMS', () => sendDemo({ email, password }));
});
