import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from './canonical-json.ts';

/** SHA-256 of a value's canonical JSON, as 64 hexadecimal digits: equal digests, equal values. */
export function digest(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
