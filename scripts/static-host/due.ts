import { appendFileSync } from 'node:fs';
import { loadEnvironment } from '../machine/environment.ts';
import { runCommand } from '../machine/failure.ts';
import { type Standing, standing } from './standing.ts';

/**
 * Says whether the edition that was made here has to be taken to the host that serves the site. In a workflow of GitHub
 * the answer is the step's output: `due`, and `generation` where one was made.
 */
await runCommand(async () => {
  loadEnvironment();
  const answer = await standing();
  console.log(inWords(answer));
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
