import ipaddr from 'ipaddr.js';

const publicIpv6 = ipaddr.parse('2000::');

/**
 * Why an IP address may not be fetched from, or `null` where it may: only what is plain unicast on the public Internet.
 * Loopback, private, link-local, shared (CGNAT), multicast, reserved and documentation ranges are refused, and every form
 * that carries an IPv4 address inside an IPv6 one (mapped, translated, NAT64, 6to4, Teredo).
 */
export function refusedRange(address: string): string | null {
  const bare = address.replace(/^\[|\]$/gu, '').replace(/%.*$/u, '');
  if (!ipaddr.isValid(bare)) return 'it is no IP address';
  const parsed = ipaddr.parse(bare);
  const range = parsed.range();
  if (range !== 'unicast') return `${bare} is ${range}`;
  // Of IPv6 only 2000::/3 is given out for the public Internet; `::7f00:1`, an old form of 127.0.0.1, is not in it.
  return parsed.kind() === 'ipv6' && !parsed.match(publicIpv6, 3) ? `${bare} is in no public range` : null;
}

/** The literal address in a host name of a URL, without brackets; `null` for a name that has to be looked up. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
  return ipaddr.isValid(bare) ? bare : null;
}
