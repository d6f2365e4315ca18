/**
 * How a webhook is called in messages and logs: without the password, the words behind «?» or the fragment, which often are its secret. In:
 * an address as it was given. Out: scheme, host and path; «the webhook» for what is no address.
 */
export function nameOfWebhook(address: string): string {
  const url = URL.parse(address);
  return url === null ? 'the webhook' : `${url.protocol}//${url.host}${url.pathname}`;
}
