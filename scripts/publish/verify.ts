import path from 'node:path';
import type { VersionWarning } from '@newsroom/shared/document-fault';
import { cmsAddress, knownSecrets } from '../machine/environment.ts';
import { Failure } from '../machine/failure.ts';
import type { Account } from './account.ts';
import { cmsForPublishers } from './ask-cms.ts';
import type { DrawnSite } from './draw.ts';
import { Refusal } from './refusal.ts';
import { type Run, replacedBy } from './run.ts';
import type { Hold, TakenIn } from './take-in.ts';
import { checkAlternates } from './verify/alternates.ts';
import { checkCounts } from './verify/counts.ts';
import { checkDeadLinks } from './verify/dead-links.ts';
import type { Evidence, Findings, Secret } from './verify/evidence.ts';
import { checkFailedPages } from './verify/failed-pages.ts';
import { checkLinks } from './verify/links.ts';
import { lossIn } from './verify/loss.ts';
import { fileAt, isFile, standingFiles } from './verify/standing-files.ts';
import { checkTraces } from './verify/traces.ts';

/** What is asked of every edition before it goes live, in this order. */
const rules: readonly ((evidence: Evidence) => Findings)[] = [
  checkDeadLinks,
  checkFailedPages,
  checkTraces,
  checkLinks,
  checkAlternates,
  checkCounts,
];

/** So many faults are told. */
const told = 10;

/** What came of it: versions that are to be held, after which it has to be drawn again, or none. */
export interface Verdict {
  holds: Hold[];
  warnings: VersionWarning[];
}

/**
 * Verifies a drawn site, from what was written down while it was drawn, and from what is live.
 *
 * @param admin where the CMS says that its admin stands
 * @throws Refusal `verify` where the site is wrong as a whole, `loss` where much of it would go
 */
export function verify(run: Run, drawn: DrawnSite, taken: TakenIn, admin: string | null): Verdict {
  const evidence: Evidence = {
    account: drawn.account,
    folder: drawn.folder,
    ...standingFiles(run, drawn),
    livePages: replacedBy(run)?.pages ?? 0,
    judged: taken.judged,
    releases: taken.releases,
    secrets: secretsOf(drawn.account.opening.site, admin),
  };
  const { holds, warnings, faults } = judge(evidence);
  if (holds.length > 0) return { holds, warnings };
  if (faults.length > 0) throw new Refusal('verify', tellFaults(faults));
  const loss = lossIn(evidence);
  if (loss !== undefined && (run.options.acceptLossUpTo ?? -1) < taken.seq)
    throw new Refusal(
      'loss',
      `${loss} The site stays as it was. If they are meant to go, confirm it in the admin under "Editions", or: npm run publish:site -- --accept-loss`,
    );
  return { holds, warnings };
}

/** All that the rules find; of each version the first reason to hold it. */
export function judge(evidence: Evidence): Findings {
  const found = rules.map((rule) => rule(evidence));
  const holds = new Map<string, Hold>();
  for (const hold of found.flatMap((each) => each.holds)) {
    const name = `${hold.type} ${hold.id} ${hold.language}`;
    if (!holds.has(name)) holds.set(name, hold);
  }
  return {
    holds: [...holds.values()],
    warnings: found.flatMap((each) => each.warnings),
    faults: found.flatMap((each) => each.faults),
  };
}

/**
 * Verifies a site that was drawn as a whole into a folder by itself, whatever is live.
 *
 * @param releases how many press releases there are
 * @throws Failure where anything is wrong
 */
export function verifyFolder(folder: string, account: Account, releases: number): void {
  const { faults } = judge({
    ...{ account, folder, releases, livePages: 0, judged: [], secrets: secretsOf(account.opening.site, null) },
    isThere: (address) => isFile(path.join(folder, fileAt(address))),
    wasLive: () => false,
    liveBytes: () => undefined,
  });
  if (faults.length > 0) throw new Failure(tellFaults(faults));
}

/** Secrets, and the CMS's addresses but where the site itself stands at the same host. */
function secretsOf(site: string, admin: string | null): Secret[] {
  const addresses = [cmsForPublishers(), cmsAddress(), ...(admin === null ? [] : [admin])];
  const hosts = new Set(addresses.flatMap((address) => URL.parse(address)?.host ?? []));
  hosts.delete(new URL(site).host);
  return [
    ...[...hosts].map((host) => ({ text: `//${host}`, name: `the address of the CMS (${host})` })),
    ...knownSecrets().map((text) => ({ text, name: 'a secret of this newsroom' })),
  ];
}

function tellFaults(faults: readonly string[]): string {
  const more = faults.length > told ? [`… and ${faults.length - told} more.`] : [];
  return [
    'What was drawn is wrong as a whole, so the site stays as it was:',
    ...faults.slice(0, told).map((fault) => `  ${fault}`),
    ...more,
    'This is no fault of a single text: look at what changed in the code or in the settings of the site last.',
  ].join('\n');
}
