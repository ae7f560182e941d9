import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** 63 bits of an HMAC: equal for equal identifiers of one label within one run, and of no use outside it. */
export type Pseudonym = bigint;

/**
 * Keyed pseudonyms (HMAC-SHA-256, RFC 2104). The key is of this run alone and kept nowhere; labels keep a NIK and a KK
 * of the same digits apart. None may appear in an output.
 * @param key 32 random bytes.
 */
export function createPseudonyms(key: Uint8Array): (label: 'nik' | 'kk', digits: string) => Pseudonym {
  const known = new Map<string, Pseudonym>();
  const encoder = new TextEncoder();
  return (label, digits) => {
    const text = `${label}:${digits}`;
    const found = known.get(text);
    if (found !== undefined) return found;
    const mac = hmac(sha256, key, encoder.encode(text));
    const value = new DataView(mac.buffer, mac.byteOffset).getBigUint64(0) >> 1n;
    known.set(text, value);
    return value;
  };
}
