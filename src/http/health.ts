import { type Handler, Hono, type MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Dossier } from '../app/dossier.ts';
import type { Day } from '../model/time.ts';

/** What machines ask a server: whether it lives, whether it can answer, and its figures. */
export interface Health {
  /** `/healthz`: the program runs. `/readyz`: the dossier answers, else 503 with the reason. */
  readonly probes: Hono;
  /** Counts every answer by kind of page, method and status. */
  readonly count: MiddlewareHandler;
  /** The figures in the text format of Prometheus. */
  readonly metrics: Handler;
}

/** Seconds that a page may take; those beyond a second are faults. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createHealth(dossier: Dossier, today: () => Day): Health {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'servanda_' });
  const labelNames = ['page', 'method', 'status'] as const;
  const answers = new Counter({
    name: 'servanda_http_answers_total',
    help: 'Answers by kind of page',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'servanda_http_answer_seconds',
    help: 'How long answers took',
    labelNames: ['page'],
    buckets,
    registers: [registry],
  });
  const lines = new Gauge({
    name: 'servanda_lines',
    help: 'What the dossier holds, by kind',
    labelNames: ['kind'],
    registers: [registry],
  });
  const work = new Gauge({
    name: 'servanda_work',
    help: 'Documents in the queue by state, and those not merged yet',
    labelNames: ['state'],
    registers: [registry],
  });
  const measure = async (): Promise<void> => {
    const { documents, claims, entities, events, agreements, commitments, ...rest } = await dossier.summary(today());
    const counts = { documents, claims, entities, events, agreements, commitments };
    for (const [kind, count] of Object.entries(counts)) lines.set({ kind }, count);
    for (const [state, count] of Object.entries({ pending: rest.pending, ...rest.queue })) work.set({ state }, count);
  };
  return {
    probes: probesOf(dossier),
    count: async (c, next) => {
      const start = performance.now();
      await next();
      const page = pageOf(c.req.path);
      answers.inc({ page, method: c.req.method, status: c.res.status });
      seconds.observe({ page }, (performance.now() - start) / 1000);
    },
    metrics: async (c) => {
      await measure();
      return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
    },
  };
}

function probesOf(dossier: Dossier): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    try {
      await Promise.race([dossier.version(), after(longestAnswer)]);
      return c.text('ready\n');
    } catch (error) {
      return c.text(`the dossier does not answer: ${error instanceof Error ? error.message : String(error)}\n`, 503);
    }
  });
  return app;
}

/** A server that is gone is waited for elsewhere; who asks whether it answers wants to know within this many milliseconds. */
const longestAnswer = 5000;

function after(milliseconds: number): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(() => reject(new Error(`nothing came within ${milliseconds / 1000} s`)), milliseconds).unref();
  return promise;
}

/** `/events/3f2a…` → `events`: few kinds, whatever is asked for. */
function pageOf(path: string): string {
  const [, first = ''] = path.split('/');
  return /^[a-z]{1,20}$/u.test(first) ? first : first === '' ? 'front' : 'other';
}
