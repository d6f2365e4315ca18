import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { TestContext } from 'node:test';

/** A receiver that answers with these statuses in turn, the last of them from then on. */
export async function receiverOf(t: TestContext, statuses: readonly number[]) {
  const posts: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      posts.push({ headers: request.headers, body });
      response.writeHead(statuses[posts.length - 1] ?? statuses.at(-1) ?? 200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  return { posts, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/servanda` };
}
