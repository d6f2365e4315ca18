import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { openApiOf } from '../src/http/open-api.ts';

/** Where the client stands; `node scripts/write-client.ts --write` makes it anew. */
export const clientFile = fileURLToPath(new URL('../clients/typescript/servanda-client.ts', import.meta.url));

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

interface Operation {
  readonly summary: string;
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  };
}

interface Description {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const { paths, components } = openApiOf() as Description;
const lists = Object.values(paths).flatMap(({ get }) => (isList(get) ? [get.parameters] : []));
/** What may be asked of every list. */
const shared = (lists[0] ?? []).filter(({ name }) => lists.every((one) => one.some((other) => other.name === name)));

/** The client, made from the description of the API. */
export function renderClient(): string {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `${doc(schema.description, '')}export ${named(name, schema)}\n`,
  );
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, get, method: methodOf(get.operationId) }));
  return [
    '// Made by `node scripts/write-client.ts --write` from the description of the API; a test fails where they differ.',
    '// It stands alone: this one file may be copied into another program.\n',
    ...types,
    ...fixedTypes,
    ...queryTypes(operations),
    '/** What the API of a dossier answers. A method rejects with a `ServandaError` where the answer is a problem. */\nexport interface Client {',
    ...operations.map(({ get, method }) => `${doc(get.summary, '  ')}  ${signature(method, get)};`),
    '  /** The parts of a list that follow this one, this one first. Rejects with status 410 where the record changes meanwhile. */',
    '  parts<Line>(first: List<Line>): AsyncIterable<List<Line>>;\n}\n',
    create(operations),
  ].join('\n');
}

const fixedTypes = [
  '/** A part of a list, with whatever its lines name by id. */\nexport interface List<Line> {\n  readonly lines: readonly Line[];\n  readonly total: number;\n  readonly offset: number;\n  readonly limit: number;\n  /** Address of the part that follows; `null` at the end. */\n  readonly next: string | null;\n  readonly cited: Cited;\n}\n',
  '/** One line, with whatever it names by id. */\nexport interface Answer<Line> {\n  readonly kind: string;\n  readonly line: Line;\n  readonly cited: Cited;\n}\n',
  "/** What the API could not do, and why. */\nexport class ServandaError extends Error {\n  readonly problem: Problem;\n  constructor(problem: Problem) {\n    super(`${problem.title}: ${problem.detail}`);\n    this.name = 'ServandaError';\n    this.problem = problem;\n  }\n}\n",
  '/** Where the API is, and what lets a program in. */\nexport interface ClientOptions {\n  /** `http://127.0.0.1:8080/` */\n  readonly base: string;\n  /** An access token, where the record is served with accounts. */\n  readonly token?: string;\n  readonly fetch?: (request: Request) => Promise<Response>;\n}\n',
];

/** `list-events` → `events`, `get-event` → `event`. */
function methodOf(operationId: string): string {
  return operationId.replace(/^(?:list|get)-/u, '');
}

/** What every list may be asked stands once; a list that may be asked more has an interface of its own. */
function queryTypes(operations: readonly { readonly get: Operation; readonly method: string }[]): readonly string[] {
  const day = shared.filter(({ name }) => name === 'as-of');
  return [
    `/** What every list may be asked. */\nexport interface ListQuery {\n${fieldsOf(shared)}\n}\n`,
    `/** What is asked of a line, or of all. */\nexport interface DayQuery {\n${fieldsOf(day)}\n}\n`,
    ...operations.flatMap(({ get, method }) => {
      const own = ownParameters(get);
      if (!isList(get) || own.length === 0) return [];
      const head = `/** What may be asked of \`${method}\` beside. */\nexport interface ${ownQuery(method)} extends ListQuery`;
      return [`${head} {\n${fieldsOf(own)}\n}\n`];
    }),
  ];
}

function ownParameters({ parameters }: Operation): Operation['parameters'] {
  return parameters.filter(({ name }) => !shared.some((one) => one.name === name));
}

function isList({ operationId }: Operation): boolean {
  return operationId.startsWith('list-');
}

function fieldsOf(parameters: Operation['parameters']): string {
  return parameters
    .map(({ name, description, schema }) => `${doc(description, '  ')}  readonly ${key(name)}?: ${typeOf(schema)};`)
    .join('\n');
}

function ownQuery(method: string): string {
  return `${method[0]?.toUpperCase()}${method.slice(1)}Query`;
}

/** Lists that may be asked no more than others share one interface, and so do lines. */
function queryName(method: string, operation: Operation): string {
  if (!isList(operation)) return 'DayQuery';
  return ownParameters(operation).length > 0 ? ownQuery(method) : 'ListQuery';
}

function signature(method: string, operation: Operation): string {
  const id = operation.parameters.some((parameter) => parameter.in === 'path') ? 'id: string, ' : '';
  return `${method}(${id}query?: ${queryName(method, operation)}): Promise<${answerType(operation)}>`;
}

/** `List<Event>`, `Answer<ClaimFile>`, or the name of the schema. */
function answerType(operation: Operation): string {
  const schema = operation.responses[200].content['application/json'].schema;
  const lines = schema.properties?.['lines']?.items;
  const line = schema.properties?.['line'];
  if (lines) return `List<${typeOf(lines)}>`;
  return line ? `Answer<${typeOf(line)}>` : typeOf(schema);
}

function create(
  operations: readonly { readonly path: string; readonly get: Operation; readonly method: string }[],
): string {
  const methods = operations.map(({ path, get, method }) => {
    const hasId = path.endsWith('/{id}');
    const address = hasId ? `\`${path.slice(0, -5)}/\${encodeURIComponent(id)}\`` : `'${path}'`;
    return `    ${method}: (${hasId ? 'id, ' : ''}query = {}) => ask<${answerType(get)}>(withQuery(${address}, query)),`;
  });
  return `/** A client of the API at \`base\`: \`createClient({ base: 'http://127.0.0.1:8080/' }).commitments({ outcome: 'unreported' })\`. */
export function createClient({ base, token, fetch = (request) => globalThis.fetch(request) }: ClientOptions): Client {
  const ask = async <T>(address: string): Promise<T> => {
    const headers = token === undefined ? {} : { authorization: \`Bearer \${token}\` };
    const response = await fetch(new Request(new URL(address, base), { headers }));
    if (response.ok) return (await response.json()) as T;
    const told = response.headers.get('content-type')?.startsWith('application/problem+json');
    const { status, statusText } = response;
    throw new ServandaError(told ? ((await response.json()) as Problem) : { type: 'about:blank', title: statusText, status, detail: '' });
  };
  return {
${methods.join('\n')}
    parts: async function* <Line>(first: List<Line>) {
      yield first;
      for (let { next } = first; next !== null; ) {
        const part = await ask<List<Line>>(next);
        yield part;
        ({ next } = part);
      }
    },
  };
}

function withQuery(path: string, query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return \`/api/v1\${path}?\${new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)])))}\`;
}
`;
}

function named(name: string, schema: Schema): string {
  return schema.properties ? `interface ${name} ${objectOf(schema, '')}` : `type ${name} = ${typeOf(schema)};`;
}

function typeOf(schema: Schema, indent = ''): string {
  if (schema.$ref) return schema.$ref.replace('#/components/schemas/', '');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map((one) => typeOf(one, indent)).join(' | ');
  const types = [schema.type ?? 'unknown'].flat();
  return types.map((type) => primitive(type, schema, indent)).join(' | ');
}

function primitive(type: string, schema: Schema, indent: string): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly ${bracketed(typeOf(schema.items ?? {}, indent))}[]`;
    case 'object':
      return schema.properties
        ? objectOf(schema, indent)
        : `Readonly<Record<string, ${typeOf(Object(schema.additionalProperties ?? {}), indent)}>>`;
    default:
      return 'unknown';
  }
}

function objectOf({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${doc(schema.description, inner)}${inner}readonly ${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, inner)};`,
  );
  return `{\n${fields.join('\n')}\n${indent}}`;
}

function bracketed(type: string): string {
  return type.includes(' | ') ? `(${type})` : type;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function key(name: string): string {
  return /^[a-z_$][\w$]*$/iu.test(name) ? name : `'${name}'`;
}

function doc(description: string | undefined, indent: string): string {
  return description === undefined ? '' : `${indent}/** ${description} */\n`;
}

if (process.argv.includes('--write')) writeFileSync(clientFile, renderClient());
else if (import.meta.main && readFileSync(clientFile, 'utf8') !== renderClient()) {
  console.error('clients/typescript/servanda-client.ts differs from the API: node scripts/write-client.ts --write');
  process.exitCode = 1;
}
