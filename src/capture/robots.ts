import robotsParser from 'robots-parser';

import type { FetchDoor } from './fetch-door.ts';

interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
// The package is a function; its types speak of a default export that Node does not see.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots;

/** What a host asks of readers like this one. */
export interface HostRules {
  isAllowed(url: string): boolean;
  /** Whether the host answered; one that did not is left alone for a while. */
  readonly isKnown: boolean;
  /** Seconds between requests; `null` where it asks for none. */
  readonly delay: number | null;
  /** Milliseconds of the clock until which these rules hold. */
  readonly until: number;
}

const day = 86_400_000;
const hour = 3_600_000;
const largestRobots = 500_000;

/**
 * Asks a host for its robots.txt (RFC 9309): one that is not there allows all; where the server fails or does not answer,
 * nothing is asked of it for an hour.
 */
export async function fetchRobots(
  origin: string,
  agentName: string,
  door: Pick<FetchDoor, 'fetch'>,
  now: number,
): Promise<HostRules> {
  const url = `${origin}/robots.txt`;
  const result = await door.fetch(url);
  if (result.kind === 'fetched') {
    const rules = parseRobots(url, new TextDecoder().decode(result.bytes.subarray(0, largestRobots)));
    const delay = rules.getCrawlDelay(agentName) ?? null;
    return {
      isAllowed: (address) => rules.isAllowed(address, agentName) ?? true,
      isKnown: true,
      delay,
      until: now + day,
    };
  }
  const status = result.kind === 'failed' ? result.status : null;
  const isAbsent = status !== null && status >= 400 && status < 500 && status !== 429;
  return { isAllowed: () => isAbsent, isKnown: isAbsent, delay: null, until: now + (isAbsent ? day : hour) };
}
