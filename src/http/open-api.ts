import { z } from 'zod';

import { lineEndpoints, listEndpoints } from './endpoints.ts';
import { answerSchemas } from './answer-schemas.ts';
import { selectionQuery } from './request.ts';

/** The description of the API in OpenAPI 3.1, made from the schemas that check its requests. */
export function openApiOf(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Servanda',
      version: '1',
      description:
        'The record of what states agree, promise and do. Every line cites its claims, every claim its words in a document. ' +
        'Spans are half-open and count UTF-16 units.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries([
      ['/summary', get('What the dossier holds.', 'summary', parametersOf(selectionQuery, ['as-of']), ref('Summary'))],
      ...listEndpoints.map(({ path, summary, line, query }) => [
        path,
        get(summary, `list-${path.slice(1)}`, parametersOf(query), pageOf(line)),
      ]),
      ...lineEndpoints.map(({ path, kind, summary, line }) => [
        `${path}/{id}`,
        get(summary, `get-${kind}`, [idParameter, ...parametersOf(selectionQuery, ['as-of'])], answerOf(kind, line)),
      ]),
    ]),
    components: { schemas: componentSchemas() },
  };
}

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'Id of the line.',
};

function get(summary: string, operationId: string, parameters: readonly object[], schema: object): object {
  const problem = { 'application/problem+json': { schema: ref('Problem') } };
  return {
    get: {
      summary,
      operationId,
      parameters,
      responses: {
        200: { description: 'Found.', content: { 'application/json': { schema } } },
        400: { description: 'The query was not understood.', content: problem },
        404: { description: 'No such line.', content: problem },
        410: { description: 'The record has changed since the cursor was given.', content: problem },
        429: { description: 'Too many requests.', content: problem },
        500: { description: 'A fault of the program.', content: problem },
      },
    },
  };
}

/** Query parameters as the schema checks them; `only` these, where given. */
function parametersOf(query: z.ZodObject, only: readonly string[] = Object.keys(query.shape)): readonly object[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return only.map((name) => {
    const { description, ...schema } = Object(properties[name]);
    return { name, in: 'query', required: false, ...(description !== undefined && { description }), schema };
  });
}

function pageOf(line: string): object {
  return {
    type: 'object',
    required: ['lines', 'total', 'offset', 'limit', 'next', 'cited'],
    properties: {
      lines: { type: 'array', items: ref(line) },
      total: { type: 'integer', description: 'How many lines the whole selection has.' },
      offset: { type: 'integer' },
      limit: { type: 'integer' },
      next: { type: ['string', 'null'], description: 'Address of the part that follows.' },
      cited: ref('Cited'),
    },
  };
}

function answerOf(kind: string, line: string): object {
  return {
    type: 'object',
    required: ['kind', 'line', 'cited'],
    properties: { kind: { const: kind }, line: ref(line), cited: ref('Cited') },
  };
}

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

function componentSchemas(): object {
  const { schemas } = z.toJSONSchema(answerSchemas, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema]),
  );
}
