import { expect, it } from 'vitest';
import { startNewsroom } from './newsroom';

it('a CMS whose settings of the desk are wrong does not start, and says what is wrong', async () => {
  const starting = startNewsroom({ NEWSROOM_CALL: 'webhook', NEWSROOM_CALL_URL: 'https://hooks.example.org/a-secret-path' });
  const told = await starting.then(
    () => 'nothing',
    (error: Error) => error.message,
  );
  expect(told).toContain('NEWSROOM_CALL_URL names the host hooks.example.org, which is not in NEWSROOM_CALL_ALLOWED_HOSTS.');
  expect(told).not.toContain('a-secret-path');
});
