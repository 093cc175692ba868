// Loaded before a program of a test. Before one of its steps on the file system below a folder, the step of a number or
// the first that matches, it is ended, as by `kill -9`, or stopped, as by `kill -STOP`; or the disk is full from it on.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const { FAULT = 'kill', FAULT_AT = '', FAULT_BELOW = '' } = process.env;
const isNumber = /^\d+$/.test(FAULT_AT);
const writing = ['linkSync', 'symlinkSync', 'mkdirSync', 'writeFileSync', 'copyFileSync'];
let step = 0;
let begun = false;

for (const name of [...writing, 'renameSync', 'rmSync']) {
  const original = fs[name];
  fs[name] = (...given) => {
    const place = given.findLast((each) => typeof each === 'string' && each.startsWith(FAULT_BELOW));
    if (place === undefined) return original(...given);
    step += 1;
    const isNow = !begun && (isNumber ? step === Number(FAULT_AT) : new RegExp(FAULT_AT).test(`${name} ${place}`));
    begun ||= isNow;
    if (begun && FAULT === 'full' && writing.includes(name))
      throw Object.assign(new Error(`ENOSPC: no space left on device, '${place}'`), { code: 'ENOSPC', path: place });
    if (isNow && FAULT === 'kill') {
      if (name === 'rmSync') removeHalf(place);
      process.kill(process.pid, 'SIGKILL');
    }
    if (isNow && FAULT === 'stop') process.kill(process.pid, 'SIGSTOP');
    return original(...given);
  };
}
syncBuiltinESMExports();

/** To remove a folder is many steps; killed among them, some of what it held is gone. */
function removeHalf(place) {
  if (!fs.lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) return;
  const [first] = fs.readdirSync(place);
  if (first !== undefined) fs.unlinkSync(path.join(place, first));
}
