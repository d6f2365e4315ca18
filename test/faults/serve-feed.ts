import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A feed on this machine, and the addresses that it lists. */
export interface FeedServer {
  readonly address: string;
  readonly articles: readonly string[];
  close(): void;
}

export async function feedOfArticles(count: number): Promise<FeedServer> {
  const server = createServer((request, response) => {
    const [, kind, n] = (request.url ?? '').split('/');
    if (kind === 'feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed());
    else if (kind === 'article') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(n));
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const articles = Array.from({ length: count }, (_, n) => `${origin}/article/${n}`);
  const feed = (): string => {
    const items = articles.map(
      (link, n) => `<item><title>Порт ${n}</title><link>${link}</link><guid>${n}</guid></item>`,
    );
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>Порты</title>${items.join('')}</channel></rss>`;
  };
  const page = (n = ''): string => {
    const text = `Порт номер ${n} принял ${Number(n) + 2} судна с зерном. Разгрузка прошла без происшествий.`;
    return `<!doctype html><html lang="ru"><body><article><h1>Суда в порту ${n}</h1><p>${text}</p></article></body></html>`;
  };
  return {
    address: `${origin}/feed`,
    articles,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
