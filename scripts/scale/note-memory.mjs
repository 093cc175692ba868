// Loaded into every Node program of a measured command: at its end it notes the most memory that it held.
import { appendFileSync } from 'node:fs';
import path from 'node:path';

process.on('exit', () => {
  const { NEWSROOM_MEMORY_NOTES: notes } = process.env;
  if (notes) appendFileSync(notes, `${path.basename(process.argv[1] ?? '')}\t${process.resourceUsage().maxRSS}\n`);
});
