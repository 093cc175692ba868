import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { type Standing, standing } from './standing.ts';

const usage = `Says whether the edition that was made here has to be taken to the host that serves the site.

  npm run deploy:due
  npm run deploy:due -- --first       there is no site yet: goes on where the host does not say which edition it is
  npm run deploy:due -- --exit-code   ends with 3 where there is nothing to deploy

In a workflow of GitHub the answer is the step's output: "due", and "generation" where one was made.`;

/** What `--exit-code` ends with where nothing is due: other than 1, which says that something failed. */
const nothingDue = 3;

await runCommand(async () => {
  const { first, 'exit-code': exitCode, help } = readOptions();
  if (help) return console.log(usage);
  loadEnvironment();
  const answer = await standing(first);
  console.log(inWords(answer));
  if (exitCode && answer.kind !== 'due') process.exitCode = nothingDue;
  const lines = [`due=${answer.kind === 'due'}`, ...('made' in answer ? [`generation=${answer.made.generation}`] : [])];
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `${lines.join('\n')}\n`);
});

function inWords(answer: Standing): string {
  switch (answer.kind) {
    case 'none-here':
      return 'No edition was made here: there is nothing to deploy.';
    case 'shown':
      return `Readers get edition ${answer.shown.generation} already: there is nothing to deploy.`;
    case 'due':
      return `Edition ${answer.made.generation} (everything up to ${answer.made.seq}) is to be deployed, in place of ${answer.instead}.`;
  }
}

function readOptions() {
  const option = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { first: option, 'exit-code': option, help: option } }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}
