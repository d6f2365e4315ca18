import { claimId, documentId } from '../src/model/ids.ts';
import type { Attribution, Claim, ClaimType, Future, Role, RoleName, Stage, Status } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import type { Entity, EntityType } from '../src/model/entity.ts';
import type { Agreement, Commitment, Event, Record } from '../src/model/record.ts';
import type { ClaimTime } from '../src/model/time.ts';

// A small record about invented states, made by hand, for tests of the surfaces.

const entities = new Map<string, Entity>();
function entity(type: EntityType, name: string, aliases: readonly string[] = []): string {
  const id = documentId(type, name);
  entities.set(name, { kind: 'entity', id, type, name, aliases, wikidata: null });
  return id;
}
entity('state', 'Велория');
entity('state', 'Сомерия');
entity('state', 'Тавика');
entity('place', 'Лерсбург');
entity('place', 'Норвень');
entity('person', 'Арсений Гордеев', ['Гордеев']);
entity('person', 'Мира Елецкая', ['Елецкая']);
entity('person', 'Щеглов');
entity('organisation', 'МИД Велории');
entity('organisation', 'Северный речной союз');
const treaty = entity('agreement', 'Договор о совместной охране перевалов', ['договор о перевалах']);
const contract = entity('agreement', 'Контракт на поставку буксиров', ['контракт на буксиры']);
entity('exercise', 'Тихий перевал');

function document(
  source: string,
  outlet: string | null,
  day: string | null,
  text: string,
  rest: Partial<Document> = {},
): Document {
  const id = documentId(source, text);
  return {
    kind: 'document',
    id,
    source,
    outlet,
    title: text.split('\n')[0] ?? null,
    language: 'ru',
    published: day === null ? null : { from: day, to: day, basis: 'printed', why: 'строка с датой под заголовком' },
    publishedTime: null,
    replaces: null,
    text,
    removed: [],
    capture: { at: '2026-01-02T09:00:00Z', sha256: 'ab'.repeat(32) },
    origin: id,
    ...rest,
  };
}

const talks = document(
  'https://vestnik.example/2024/07/perevaly',
  'Лерсбургский вестник',
  '2024-07-11',
  `Велория и Сомерия обсудили договор о перевалах
Министры иностранных дел Велории и Сомерии Арсений Гордеев и Мира Елецкая обсудили в Лерсбурге проект договора о совместной охране перевалов.
«Мы рассчитываем, что договор может быть подписан в декабре», — сказала Елецкая журналистам после встречи.
По её словам, стороны согласовали почти все статьи документа, кроме двух.
Учения «Тихий перевал» пройдут с 10 по 16 сентября на территории Сомерии, сообщил представитель МИД Велории.`,
  {
    removed: [
      { text: 'Главная · Политика · Спорт', reason: 'navigation' },
      { text: 'Фото: пресс-служба', reason: 'photo-credit' },
    ],
  },
);
const signing = document(
  'https://golos.example/12/06/signed',
  'Голос Норвени',
  '2024-12-06',
  `Договор о перевалах подписан
НОРВЕНЬ, 6 декабря. Главы Велории и Сомерии подписали договор о совместной охране перевалов.
Документ вступит в силу после ратификации. Товарооборот двух стран за год вырос на 12 % и достиг 4,2 млрд долларов, напомнил Щеглов.
Первые три буксира Велория передаст Сомерии в октябре 2025 года.`,
);
const reprint = document(
  'https://listok.example/77',
  'Речной листок',
  '2024-12-07',
  `${signing.text}\nПодробности позже.`,
  { origin: signing.id },
);
const force = document(
  'https://vestnik.example/2025/03/force',
  'Лерсбургский вестник',
  '2025-03-14',
  `Договор о перевалах вступил в силу
Договор о совместной охране перевалов вступил в силу 13 марта, сообщили в МИД Велории.
Следующая встреча сторон по обзору договора запланирована на середину марта 2026 года.
Товарооборот Велории и Сомерии за 2024 год составил 3,9 млрд долларов.`,
);
const other = document(
  'https://listok.example/91',
  'Речной листок',
  '2025-03-17',
  `Перевалы под общей охраной
Договор о перевалах действует с 15 марта, заявил пограничный комитет Сомерии.
Арсений Гордеев назначен послом Велории в Тавике.`,
);

const statistics = document(
  'https://listok.example/104',
  'Речной листок',
  '2025-06-02',
  `Торговля за пять лет
Товарооборот Велории и Сомерии составил 2,4 млрд долларов в 2020 году. Через год он достиг 2,8 млрд долларов.
В 2022 году показатель упал примерно до 2,1 млрд долларов, в 2023 году вырос до 3,4 млрд долларов.`,
);

type Given = readonly [role: RoleName, name: string, text?: string];
interface Rest {
  readonly status?: Status;
  readonly time?: ClaimTime | null;
  readonly future?: Future;
  readonly own?: object;
  readonly by?: readonly Attribution[];
}
const claims: Claim[] = [];

function claim(from: Document, type: ClaimType, words: string, given: readonly Given[], rest: Rest = {}): Claim {
  const start = from.text.lastIndexOf(words);
  if (start < 0) throw new Error(`no «${words}» in ${from.source}`);
  const roles: readonly Role[] = given.map(([role, name, text = name]) => {
    const found = entities.get(name);
    return { role, text, span: null, name, type: found?.type ?? null, known: null, entity: found?.id ?? null };
  });
  const evidence = { start, stop: start + words.length, text: words };
  const made = {
    kind: 'claim',
    id: claimId({ document: from.id, type, evidence, roles }),
    document: from.id,
    type,
    status: rest.status ?? 'happened',
    time: rest.time ?? null,
    roles,
    attribution: [{ role: 'outlet', name: from.outlet ?? '', entity: null }, ...(rest.by ?? [])],
    evidence,
    rule: `${type}/made-by-hand`,
    confidence: 0.9,
    future: rest.future ?? null,
    ...rest.own,
  } as Claim;
  claims.push(made);
  return made;
}

const on = (from: string, to = from, text: string | null = null): ClaimTime => ({ from, to, text });
const speaker = (name: string): Attribution => ({ role: 'speaker', name, entity: entities.get(name)?.id ?? null });
const stage = (name: Stage) => ({ own: { stage: name } });

const parties = [
  ['party', 'Велория'],
  ['party', 'Сомерия'],
] as const;
const discussed = claim(
  talks,
  'agreement',
  'обсудили в Лерсбурге проект договора о совместной охране перевалов',
  [['agreement', 'Договор о совместной охране перевалов'], ...parties],
  { ...stage('discussed'), time: on('2024-07-11') },
);
const meeting = claim(
  talks,
  'meeting',
  'Министры иностранных дел Велории и Сомерии Арсений Гордеев и Мира Елецкая обсудили в Лерсбурге',
  [
    ['actor', 'Арсений Гордеев'],
    ['actor', 'Мира Елецкая'],
    ['place', 'Лерсбург', 'в Лерсбурге'],
  ],
  { time: on('2024-07-11') },
);
const hope = claim(
  talks,
  'agreement',
  'договор может быть подписан в декабре',
  [['agreement', 'Договор о совместной охране перевалов'], ...parties],
  {
    ...stage('signed'),
    status: 'possible',
    time: on('2024-12-01', '2024-12-31', 'в декабре'),
    by: [speaker('Мира Елецкая')],
    future: { force: 'possibility', by: [], due: { from: '2024-12-01', to: '2024-12-31' } },
  },
);
const said = claim(
  talks,
  'statement',
  '«Мы рассчитываем, что договор может быть подписан в декабре», — сказала Елецкая журналистам после встречи.',
  [['speaker', 'Мира Елецкая', 'Елецкая']],
  {
    time: on('2024-07-11'),
    own: { mode: 'direct', quote: 'Мы рассчитываем, что договор может быть подписан в декабре' },
    by: [speaker('Мира Елецкая')],
  },
);
claim(
  talks,
  'statement',
  'По её словам, стороны согласовали почти все статьи документа, кроме двух.',
  [['speaker', 'Мира Елецкая', 'её']],
  { time: on('2024-07-11'), own: { mode: 'indirect', quote: null }, by: [speaker('Мира Елецкая')] },
);
const post = claim(
  talks,
  'position',
  'Министры иностранных дел Велории и Сомерии Арсений Гордеев',
  [
    ['person', 'Арсений Гордеев'],
    ['post', 'министр иностранных дел'],
    ['organisation', 'Велория'],
  ],
  { own: { tense: 'current' } },
);
const exercise = claim(
  talks,
  'exercise',
  'Учения «Тихий перевал» пройдут с 10 по 16 сентября на территории Сомерии',
  [
    ['exercise', 'Тихий перевал'],
    ['place', 'Сомерия', 'на территории Сомерии'],
  ],
  {
    status: 'planned',
    time: on('2024-09-10', '2024-09-16', 'с 10 по 16 сентября'),
    future: { force: 'plan', by: [], due: { from: '2024-09-10', to: '2024-09-16' } },
  },
);
const signed = claim(
  signing,
  'agreement',
  'Главы Велории и Сомерии подписали договор о совместной охране перевалов',
  [['agreement', 'Договор о совместной охране перевалов'], ...parties, ['place', 'Норвень']],
  { ...stage('signed'), time: on('2024-12-06', '2024-12-06', '6 декабря') },
);
const signedInTitle = claim(
  signing,
  'agreement',
  'Договор о перевалах подписан',
  [['agreement', 'Договор о совместной охране перевалов', 'Договор о перевалах']],
  { ...stage('signed'), time: on('2024-12-06') },
);
const signedAgain = claim(
  reprint,
  'agreement',
  'Главы Велории и Сомерии подписали договор о совместной охране перевалов',
  [['agreement', 'Договор о совместной охране перевалов'], ...parties],
  { ...stage('signed'), time: on('2024-12-06', '2024-12-06', '6 декабря') },
);
const turnover = claim(
  signing,
  'figure',
  'Товарооборот двух стран за год вырос на 12 % и достиг 4,2 млрд долларов',
  [
    ['indicator', 'товарооборот'],
    ['actor', 'Велория'],
    ['actor', 'Сомерия'],
  ],
  {
    time: on('2024-01-01', '2024-12-31', 'за год'),
    own: {
      figure: {
        value: 4.2e9,
        unit: 'USD',
        approx: false,
        change: { value: 12, unit: '%', direction: 'up', approx: false },
      },
    },
    by: [speaker('Щеглов')],
  },
);
const tugs = claim(
  signing,
  'supply',
  'Первые три буксира Велория передаст Сомерии в октябре 2025 года',
  [
    ['supplier', 'Велория'],
    ['recipient', 'Сомерия'],
    ['object', 'три буксира'],
  ],
  {
    status: 'planned',
    time: on('2025-10-01', '2025-10-31', 'в октябре 2025 года'),
    future: { force: 'plan', by: ['Велория'], due: { from: '2025-10-01', to: '2025-10-31' } },
  },
);
const inForce = claim(
  force,
  'agreement',
  'Договор о совместной охране перевалов вступил в силу 13 марта',
  [['agreement', 'Договор о совместной охране перевалов'], ...parties],
  { ...stage('in-force'), time: on('2025-03-13', '2025-03-13', '13 марта') },
);
const inForceOther = claim(
  other,
  'agreement',
  'Договор о перевалах действует с 15 марта',
  [['agreement', 'Договор о совместной охране перевалов', 'Договор о перевалах']],
  { ...stage('in-force'), time: on('2025-03-15', '2025-03-15', 'с 15 марта') },
);
const review = claim(
  force,
  'meeting',
  'Следующая встреча сторон по обзору договора запланирована на середину марта 2026 года',
  [
    ['actor', 'Велория'],
    ['actor', 'Сомерия'],
  ],
  {
    status: 'planned',
    time: on('2026-03-11', '2026-03-20', 'на середину марта 2026 года'),
    future: { force: 'plan', by: ['Велория', 'Сомерия'], due: { from: '2026-03-11', to: '2026-03-20' } },
  },
);
const turnoverOther = claim(
  force,
  'figure',
  'Товарооборот Велории и Сомерии за 2024 год составил 3,9 млрд долларов',
  [
    ['indicator', 'товарооборот'],
    ['actor', 'Велория'],
    ['actor', 'Сомерия'],
  ],
  {
    time: on('2024-01-01', '2024-12-31', 'за 2024 год'),
    own: { figure: { value: 3.9e9, unit: 'USD', approx: false, change: null } },
  },
);
const turnovers = (
  [
    [2020, 2.4e9, 'Товарооборот Велории и Сомерии составил 2,4 млрд долларов в 2020 году', false],
    [2021, 2.8e9, 'Через год он достиг 2,8 млрд долларов', false],
    [2022, 2.1e9, 'В 2022 году показатель упал примерно до 2,1 млрд долларов', true],
    [2023, 3.4e9, 'в 2023 году вырос до 3,4 млрд долларов', false],
  ] as const
).map(([year, value, words, approx]) =>
  claim(
    statistics,
    'figure',
    words,
    [
      ['indicator', 'товарооборот'],
      ['actor', 'Велория'],
      ['actor', 'Сомерия'],
    ],
    {
      time: on(`${year}-01-01`, `${year}-12-31`),
      own: { figure: { value, unit: 'USD', approx, change: null } },
    },
  ),
);
const envoy = claim(
  other,
  'position',
  'Арсений Гордеев назначен послом Велории в Тавике',
  [
    ['person', 'Арсений Гордеев'],
    ['post', 'посол Велории в Тавике', 'послом Велории в Тавике'],
    ['organisation', 'Велория'],
  ],
  { own: { tense: 'new' }, time: on('2025-03-17') },
);

function event(of: readonly Claim[], rest: Partial<Event> = {}): Event {
  const first = of[0] as Claim;
  const documents = new Set(of.map((one) => one.document));
  return {
    kind: 'event',
    id: first.id,
    type: first.type,
    status: first.status,
    time: first.time,
    roles: first.roles,
    claims: of.map((one) => one.id),
    documents: documents.size,
    origins: documents.size,
    conflicts: [],
    ...rest,
  };
}

const idOf = (name: string) => entities.get(name)?.id ?? '';
const startConflict = {
  field: 'time',
  values: [
    { value: on('2025-03-13'), claims: [inForce.id] },
    { value: on('2025-03-15'), claims: [inForceOther.id] },
  ],
};
const agreements: readonly Agreement[] = [
  {
    kind: 'agreement',
    id: discussed.id,
    entity: treaty,
    name: 'Договор о совместной охране перевалов',
    parties: [idOf('Велория'), idOf('Сомерия')],
    current: 'in-force',
    stages: [
      { stage: 'discussed', status: 'happened', time: discussed.time, claims: [discussed.id] },
      { stage: 'signed', status: 'happened', time: signed.time, claims: [signed.id, signedAgain.id] },
      { stage: 'in-force', status: 'happened', time: inForce.time, claims: [inForce.id, inForceOther.id] },
      { stage: 'reviewed', status: 'planned', time: review.time, claims: [review.id] },
    ],
    conflicts: [startConflict],
  },
  {
    kind: 'agreement',
    id: tugs.id,
    entity: contract,
    name: 'Контракт на поставку буксиров',
    parties: [idOf('Велория'), idOf('Сомерия')],
    current: null,
    stages: [{ stage: 'implemented', status: 'planned', time: tugs.time, claims: [tugs.id] }],
    conflicts: [],
  },
];

function commitment(
  plan: Claim,
  outcome: Partial<Commitment['outcome']> & Pick<Commitment['outcome'], 'status'>,
  by: readonly string[] = [],
): Commitment {
  return {
    kind: 'commitment',
    id: plan.id,
    claim: plan.id,
    claims: [plan.id],
    force: plan.future?.force ?? 'plan',
    by,
    due: plan.future?.due ?? null,
    outcome: { time: null, claims: [], why: '', ...outcome },
    asOf: '2026-02-01',
  };
}

const events = [
  event([meeting]),
  ...turnovers.map((one) => event([one])),
  event([discussed]),
  event([exercise]),
  event([signed, signedInTitle, signedAgain, hope], { origins: 1 }),
  event([turnover, turnoverOther], {
    conflicts: [
      {
        field: 'figure',
        values: [
          { value: { value: 4.2e9, unit: 'USD' }, claims: [turnover.id] },
          { value: { value: 3.9e9, unit: 'USD' }, claims: [turnoverOther.id] },
        ],
      },
    ],
  }),
  event([inForce, inForceOther], { conflicts: [startConflict] }),
  event([tugs]),
  event([review]),
  event([post]),
  event([envoy]),
  event([said]),
];

/** The record, as of 1 February 2026. */
export const inventedRecord: Record = {
  header: { kind: 'record', format: 1, asOf: '2026-02-01', engine: '0.1.0' },
  documents: [talks, signing, reprint, force, other, statistics],
  entities: [...entities.values()],
  claims,
  events,
  agreements,
  commitments: [
    commitment(hope, {
      status: 'kept',
      time: signed.time,
      claims: [signed.id, signedAgain.id],
      why: 'одно соглашение, стадия «подписание», день внутри срока',
    }),
    commitment(exercise, { status: 'unreported' }),
    commitment(tugs, { status: 'unreported' }, [idOf('Велория')]),
    commitment(review, { status: 'open' }, [idOf('Велория'), idOf('Сомерия')]),
  ],
};
