import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { type MeasureName, measureNames } from './measure.ts';

export const usage = `Measures the newsroom beside others with a made-up newsroom of N releases in three languages.

  npm run bench                          with 1,000 and with 10,000 releases, three runs each
  npm run bench -- --n 1000 --runs 5     with other numbers
  npm run bench -- --only full-build     one measure, or several with commas between:
                                         ${measureNames.join(', ')}
  npm run bench -- --seed 7              with another made-up newsroom
  npm run bench -- --out docs/bench.json the rows go there, and the chart beside them (docs/bench.svg)`;

export interface Options {
  sizes: number[];
  runs: number;
  seed: number;
  only: MeasureName[];
  out: string;
  help: boolean;
}

/** @throws Failure saying what was given wrongly, and how the command is used */
export function readOptions(args?: string[]): Options {
  try {
    const { values } = parseArgs({
      ...(args === undefined ? {} : { args }),
      options: {
        n: { type: 'string', default: '1000,10000' },
        runs: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string', default: measureNames.join() },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return {
      sizes: values.n.split(',').map((text) => wholeNumber('--n', text)),
      runs: wholeNumber('--runs', values.runs),
      seed: wholeNumber('--seed', values.seed),
      only: values.only.split(',').map(measureName),
      out: outFile(values.out),
      help: values.help,
    };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 1_000_000) return number;
  throw new Error(`${option} is "${text}": give whole numbers from 1 to 1,000,000.`);
}

function measureName(text: string): MeasureName {
  const found = measureNames.find((name) => name === text);
  if (found === undefined) throw new Error(`"${text}" is no measure: choose among ${measureNames.join(', ')}.`);
  return found;
}

function outFile(text: string | undefined): string {
  const file = text === undefined ? path.join(folders.var, 'bench.json') : path.resolve(process.env.INIT_CWD ?? '.', text);
  if (!file.endsWith('.json')) throw new Error(`--out is "${text}": give a file that ends in .json.`);
  return file;
}
