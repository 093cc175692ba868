// Loaded into every Node program of a measured command: at its end it notes the most memory that it held, in
// kilobytes, and the time that processors worked for it, in microseconds.
import { appendFileSync } from 'node:fs';
import path from 'node:path';

process.on('exit', () => {
  const { NEWSROOM_USAGE_NOTES: notes } = process.env;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  if (notes) appendFileSync(notes, `${path.basename(process.argv[1] ?? '')}\t${maxRSS}\t${userCPUTime + systemCPUTime}\n`);
});
