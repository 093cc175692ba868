import { BlockList, isIP } from 'node:net';

/** A host that may be called. */
export interface AllowedHost {
  name: string;
  /** It may lie inside the own network: said of it in the settings, or told by its name. */
  inside: boolean;
}

const insideMark = 'private:';

/**
 * The hosts of a list such as `hooks.example.org, private:ci.internal`.
 *
 * @throws Error naming the entry that is no host
 */
export function parseAllowedHosts(text: string): AllowedHost[] {
  const entries = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => ({ entry, marked: entry.startsWith(insideMark) }));
  return entries.map(({ entry, marked }) => {
    const name = (marked ? entry.slice(insideMark.length) : entry).toLowerCase();
    if (URL.parse(`https://${name}/`)?.hostname !== name) {
      throw new Error(`"${entry}" is no host. It must be a name such as hooks.example.org, without https:// and without a port.`);
    }
    return { name, inside: marked || name === 'localhost' || isInside(bare(name)) };
  });
}

/** The entry that lets an address be called; undefined: it may not be. */
export function allowing(url: URL, allowed: AllowedHost[]): AllowedHost | undefined {
  return allowed.find(({ name }) => name === url.hostname);
}

/** Whether an address is this very machine's own, where nobody listens in. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Whether an IP address is of no use on the public internet: this machine's, the own network's, or kept for something. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && insideRanges.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** The registries of special purposes (RFC 6890 and what came since), multicast, and IPv6 that only wraps an IPv4 address. */
const insideRanges = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [start = '', bits] = range.split('/');
  insideRanges.addSubnet(start, Number(bits), 'ipv4');
}
for (const range of [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]) {
  const [start = '', bits] = range.split('/');
  insideRanges.addSubnet(start, Number(bits), 'ipv6');
}
