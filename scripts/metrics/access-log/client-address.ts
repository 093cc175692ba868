import { hash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { LogLine } from './log-line.ts';

/** An address, and its network, as two numbers of 32 bits each; a longer address is hashed to that length. */
export interface ClientAddress {
  first: number;
  second: number;
  /** What names its network: for IPv4 the first 24 bits, for IPv6 the first 48. */
  networkFirst: number;
  networkSecond: number;
  /** Whether it is one of the office's own. */
  isOffice: boolean;
}

/** Networks of an office, for example `198.51.100.0/24` or `2001:db8::/32`. */
export type Networks = readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];

/**
 * Reads networks: addresses with the number of bits that count, or single addresses, between commas or spaces.
 *
 * @throws Error that names the part that is none
 */
export function readNetworks(text: string): Networks {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [written = '', bits] = part.split('/');
      const isV4 = ipaddr.IPv4.isValidFourPartDecimal(written);
      const most = isV4 ? 32 : 128;
      const isMapped = !isV4 && ipaddr.IPv6.isValid(written) && ipaddr.IPv6.parse(written).isIPv4MappedAddress();
      const isRight = (isV4 || ipaddr.IPv6.isValid(written)) && !isMapped && (bits === undefined || /^\d{1,3}$/.test(bits));
      if (!isRight || Number(bits ?? most) > most)
        throw new Error(`"${part}" is no network: write it as 198.51.100.0/24 or 2001:db8::/32.`);
      return [ipaddr.parse(written), Number(bits ?? most)] as const;
    });
}

/** So many addresses that are not IPv4 are remembered before all are forgotten. */
const remembered = 50_000;

/** Reads the addresses of lines. */
export class ClientAddresses {
  readonly #office: Networks;
  readonly #officeV4: { first: number; last: number }[];
  readonly #known = new Map<string, ClientAddress>();
  /** Filled again for each IPv4 address. */
  readonly #v4: ClientAddress = { first: 4, second: 0, networkFirst: 4, networkSecond: 0, isOffice: false };

  constructor(office: Networks) {
    this.#office = office;
    this.#officeV4 = office.flatMap(([network, bits]) => {
      if (network.kind() !== 'ipv4') return [];
      const size = 2 ** (32 - bits);
      const first = Math.floor(network.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0) / size) * size;
      return [{ first, last: first + size - 1 }];
    });
  }

  /** @returns what holds until the next call */
  of(line: LogLine): ClientAddress {
    const v4 = readIpv4(line);
    if (v4 >= 0) return this.#ofV4(v4);
    const text = line.text(line.addressStart, line.addressEnd);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= remembered) this.#known.clear();
    const made = this.#read(text);
    this.#known.set(text, made);
    return made;
  }

  #ofV4(address: number): ClientAddress {
    this.#v4.second = address | 0;
    this.#v4.networkSecond = address >>> 8;
    this.#v4.isOffice = this.#officeV4.some(({ first, last }) => address >= first && address <= last);
    return this.#v4;
  }

  #read(text: string): ClientAddress {
    if (!ipaddr.isValid(text)) return named(text);
    const address = ipaddr.process(text); // an IPv4 address in IPv6's clothes is an IPv4 address
    const bytes = Buffer.from(address.toByteArray());
    if (address.kind() === 'ipv4') return { ...this.#ofV4(bytes.readUInt32BE(0)) };
    const digest = hash('sha256', bytes, 'buffer');
    return {
      first: digest.readInt32BE(0),
      second: digest.readInt32BE(4),
      networkFirst: bytes.readInt32BE(0),
      networkSecond: bytes.readUInt16BE(4),
      isOffice: this.#office.some(([network, bits]) => network.kind() === 'ipv6' && address.match(network, bits)),
    };
  }
}

/** A server that looks names up writes them in the place of addresses: each is a network of its own. */
function named(name: string): ClientAddress {
  const digest = hash('sha256', name.slice(0, 255), 'buffer');
  const [first, second] = [digest.readInt32BE(0), digest.readInt32BE(4)];
  return { first, second, networkFirst: first, networkSecond: second, isOffice: false };
}

/** An IPv4 address as a number of 32 bits; -1 where it is written in another way, or none. */
function readIpv4({ bytes, addressStart, addressEnd }: LogLine): number {
  let address = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let at = addressStart; at < addressEnd; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) {
      part = part * 10 + byte - 48;
      digits += 1;
      if (digits > 3 || part > 255) return -1;
    } else {
      if (byte !== 46 || digits === 0) return -1;
      address = address * 256 + part;
      part = digits = 0;
      dots += 1;
    }
  }
  return dots === 3 && digits > 0 ? address * 256 + part : -1;
}
