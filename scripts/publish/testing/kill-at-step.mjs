// Loaded before a program of a test: ends it, as `kill -9` does, before one of its steps on the file system below a folder.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const steps = ['linkSync', 'symlinkSync', 'mkdirSync', 'renameSync', 'rmSync', 'writeFileSync', 'copyFileSync'];
const last = Number(process.env.KILL_AT_STEP);
const below = process.env.KILL_BELOW ?? '';
let step = 0;

for (const name of steps) {
  const original = fs[name];
  fs[name] = (...given) => {
    if (given.some((place) => typeof place === 'string' && place.startsWith(below))) step += 1;
    else return original(...given);
    if (step === last) {
      if (name === 'rmSync') removeHalf(given[0]);
      process.kill(process.pid, 'SIGKILL');
    }
    return original(...given);
  };
}
syncBuiltinESMExports();

/** To remove a folder is many steps; killed among them, some of what it held is gone. */
function removeHalf(place) {
  if (!fs.lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) return;
  const [first] = fs.readdirSync(place);
  if (first !== undefined) fs.unlinkSync?.(path.join(place, first));
}
