import type { Chain, Mention, Token } from '../language/analysis.ts';
import type { PositionClaim, Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { findClauseTime } from './clause-time.ts';
import { evidenceOf } from './frames.ts';
import { readPredication } from './predications.ts';
import { lemmaList } from './lemma-list.ts';
import { mentionsAt, type Reading } from './reading.ts';
import { speakerNouns } from './reporting.data.ts';
import { fillRole, kindAt, phraseSpan } from './roles.ts';
import { readStatus } from './status.ts';
import { dependents, prepositionOf, type Tree } from './tree.ts';

type Tense = PositionClaim['tense'];

/** Words before or within a post that say whether it is held, was held or is taken up; lemma-like stems of a whole word. */
const tenseWords: readonly (readonly [tense: Tense, words: RegExp])[] = [
  // «бывший министр», «экс-посол», «тогдашний премьер»
  [
    'former',
    /^(?:бывш\p{L}+|экс|экс-\p{L}+|тогдашн\p{L}+|прежн\p{L}+|отставн\p{L}+|покойн\p{L}+|уволенн\p{L}+|свергнут\p{L}+)$/u,
  ],
  // «новый посол», «избранный президент», «назначен министром»
  [
    'new',
    /^(?:нов(?:ый|ая|ого|ой|ому|ым|ом|ую|ые|ых)|новоизбранн\p{L}+|избран\p{L}*|назначен\p{L}*|назначил\p{L}*|избрал\p{L}*|новоназначенн\p{L}+)$/u,
  ],
];

/** Who holds which post: once for each person and post of the document. */
export function findPositions(reading: Reading): readonly Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (const chain of reading.analysis.chains) {
    if (chain.kind !== 'person') continue;
    for (const post of chain.posts) {
      const mention = reading.analysis.mentions[post.mention];
      if (!mention) continue;
      if (post.of < 0 && !isOffice(post.post)) continue;
      const tense = tenseOf(reading, mention);
      const key = `${chain.name}|${post.post}|${post.of}|${tense}`;
      if (seen.has(key)) continue;
      seen.add(key);
      drafts.push(positionDraft(reading, chain, post, mention, tense));
    }
  }
  return [...drafts, ...findHeads(reading, seen), ...findPredicated(reading, drafts)];
}

/** «С 2010 года компанию возглавляет Марк Ренн»: a post told by a verb. */
function findHeads(reading: Reading, seen: Set<string>): readonly Draft[] {
  return reading.trees.flatMap((tree) =>
    tree.tokens.flatMap((token, i): readonly Draft[] => {
      const tense = heading.get(token.lemma);
      if (!tense || token.features.verbForm === 'Inf') return [];
      const p = readPredication(tree, i);
      const person = p.agents.find((a) => kindAt(reading, tree, a) === 'person');
      const body = p.patients.find((a) => ['organisation', 'state'].includes(kindAt(reading, tree, a) ?? ''));
      const status = readStatus(p);
      if (person === undefined || body === undefined || status.status === 'denied' || status.status === 'possible')
        return [];
      const holder = fillRole(reading, tree, person, 'person');
      const organisation = fillRole(reading, tree, body, 'organisation');
      const key = `${holder.name}|${organisation.name}|heads`;
      if (seen.has(key)) return [];
      seen.add(key);
      const found = findClauseTime(reading, p);
      const post = {
        role: 'post',
        text: token.text,
        span: { start: token.start, stop: token.stop },
        name: 'глава',
        type: null,
        known: null,
        entity: null,
      } as const;
      return [
        {
          type: 'position',
          tense,
          status: 'ongoing',
          force: null,
          time: found?.time ?? null,
          roles: [holder, post, organisation],
          evidence: evidenceOf(reading, p, [person, body], found?.placed ?? null),
          rule: 'position.heads',
          confidence: 0.7,
          sentence: tree.sentence.index,
          token: i,
        },
      ];
    }),
  );
}

/** «возглавляет» holds the post, «возглавил» takes it up. */
const heading: ReadonlyMap<string, Tense> = new Map([
  ['возглавлять', 'current'],
  ['возглавить', 'new'],
]);

function positionDraft(
  reading: Reading,
  chain: Chain,
  post: Chain['posts'][number],
  mention: Mention,
  tense: Tense,
): Draft {
  const person = personBeside(reading, chain, mention);
  const holder = reading.analysis.chains[post.of] ?? (ofStates.test(post.post) ? stateSpokenOf(reading) : undefined);
  const start = Math.min(mention.start, person?.start ?? mention.start);
  const stop = Math.max(mention.stop, person?.stop ?? mention.stop);
  const text = (m: { readonly start: number; readonly stop: number }): string =>
    reading.analysis.text.slice(m.start, m.stop);
  const organisation: readonly Role[] = holder
    ? [
        {
          role: 'organisation',
          text: holder.name,
          span: null,
          name: holder.name,
          type: holder.kind === 'state' ? 'state' : 'organisation',
          known: holder.known,
          entity: null,
        },
      ]
    : [];
  return {
    type: 'position',
    tense,
    status: tense === 'former' ? 'happened' : 'ongoing',
    force: null,
    time: null,
    roles: [
      {
        role: 'person',
        text: person ? text(person) : chain.name,
        span: person ? { start: person.start, stop: person.stop } : null,
        name: chain.name,
        type: 'person',
        known: chain.known,
        entity: null,
      },
      {
        role: 'post',
        text: text(mention),
        span: { start: mention.start, stop: mention.stop },
        name: post.post,
        type: null,
        known: null,
        entity: null,
      },
      ...organisation,
    ],
    evidence: { start, stop },
    rule: 'position.post',
    confidence: 0.8,
    sentence: mention.sentence,
    token: mention.head,
  };
}

/** Of words for people that belong to no body, these are posts; «сириец», «адвокат», «миллиардер» only describe. */
function isOffice(post: string): boolean {
  return offices.has(post.split(/[ -]/u).find((word) => offices.has(word)) ?? '');
}

const offices: ReadonlySet<string> = new Set(
  lemmaList(`
    президент премьер премьер-министр министр замминистра заместитель посол постпред лидер глава председатель секретарь
    госсекретарь генсек канцлер король королева император эмир султан принц губернатор мэр спикер депутат сенатор
    командующий командир начальник директор гендиректор руководитель представитель спецпредставитель уполномоченный
    наблюдатель советник помощник прокурор генпрокурор судья пресс-секретарь координатор комиссар консул атташе папа
    сопредседатель вице-президент вице-премьер член кандидат
  `),
);

// «президент», «премьер-министр», «министр обороны»: posts of a state, said or not
const ofStates = /^(?:президент|премьер|премьер-министр|канцлер|король|королева|госсекретарь|министр \p{L}.*)$/u;

/** «президент Ренн» in an article on one state: the state that the document names most, where no other comes near. */
function stateSpokenOf(reading: Reading): Chain | undefined {
  const states = reading.analysis.chains
    .filter((c) => c.kind === 'state')
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  const [first, second] = states;
  return first && first.mentions.length >= 2 * (second?.mentions.length ?? 0) ? first : undefined;
}

/** The name of the person in the same sentence nearest to the post; `null` where only the context names them. */
function personBeside(reading: Reading, chain: Chain, post: Mention): Mention | null {
  const names = chain.mentions
    .map((m) => reading.analysis.mentions[m])
    .filter((m): m is Mention => m !== undefined && m.sentence === post.sentence && m.form === 'name');
  const distance = (m: Mention): number => (m.start >= post.stop ? m.start - post.stop : post.start - m.stop);
  return names.filter((m) => Math.abs(distance(m)) < 80).toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function tenseOf(reading: Reading, post: Mention): Tense {
  const tree = reading.trees[post.sentence];
  if (!tree) return 'current';
  const before = tree.tokens.findIndex((t) => t.start >= post.start);
  const words = [
    ...tree.tokens.slice(Math.max(0, before - 2), before),
    ...tree.tokens.filter((t) => t.start >= post.start && t.stop <= post.stop),
  ];
  for (const [tense, pattern] of tenseWords) {
    if (words.some((t) => pattern.test(t.norm) && isNear(t.stop, post))) return tense;
  }
  return 'current';
}

function isNear(stop: number, post: Mention): boolean {
  return stop >= post.start - 12;
}

/** Verbs by which somebody holds or takes a post that stands in the instrumental, and whether the object or the subject gets it. */
interface Taking {
  readonly lemmas: readonly string[];
  readonly tense: Tense | 'by-verb';
  readonly who: 'agent' | 'patient';
}

const takings: readonly Taking[] = [
  // «Верди стал председателем»
  { lemmas: ['стать', 'становиться'], tense: 'new', who: 'agent' },
  // «президент назначил его послом»
  { lemmas: lemmaList(`назначить назначать избрать утвердить переизбрать выбрать`), tense: 'new', who: 'patient' },
  // «она работает советником», «он был послом»
  { lemmas: lemmaList(`являться работать служить оставаться быть`), tense: 'by-verb', who: 'agent' },
];

const taking: ReadonlyMap<string, Taking> = new Map(
  takings.flatMap((row) => row.lemmas.map((lemma) => [lemma, row] as const)),
);

/** «Верди стал председателем комитета», «президент назначил его послом», «она работает советником». */
function findPredicated(reading: Reading, known: readonly Draft[]): readonly Draft[] {
  const has = (person: string, token: Token): boolean =>
    known.some(
      (k) =>
        k.roles[0]?.name === person &&
        k.roles.some(
          (r) => r.role === 'post' && r.span !== null && r.span.start <= token.start && token.stop <= r.span.stop,
        ),
    );
  return reading.trees.flatMap((tree) =>
    tree.tokens.flatMap((token, i): readonly Draft[] => {
      const verb = taking.get(token.lemma);
      const post = verb ? postUnder(reading, tree, i) : -1;
      const word = tree.tokens[post];
      if (!verb || !word) return [];
      const p = readPredication(tree, i);
      const status = readStatus(p);
      if (status.status !== 'happened' && status.status !== 'ongoing') return [];
      const holders = (verb.who === 'patient' ? p.patients : p.agents).filter(
        (t) => t !== post && isHolder(reading, tree, t),
      );
      const tense = verb.tense !== 'by-verb' ? verb.tense : status.status === 'happened' ? 'former' : 'current';
      return holders
        .map((t) => ({ token: t, role: fillRole(reading, tree, t, 'person') }))
        .filter(({ role }) => !has(role.name, word))
        .map(({ token: t, role }): Draft => {
          const bodies = dependents(tree, post, 'nmod').filter((c) =>
            ['organisation', 'state'].includes(kindAt(reading, tree, c) ?? ''),
          );
          const found = findClauseTime(reading, p);
          return {
            type: 'position',
            tense,
            status: tense === 'former' ? 'happened' : 'ongoing',
            force: null,
            time: found?.time ?? null,
            roles: [
              role,
              postRole(reading, tree, post),
              ...bodies.slice(0, 1).map((c) => fillRole(reading, tree, c, 'organisation')),
            ],
            evidence: evidenceOf(reading, p, [t, post], found?.placed ?? null),
            rule: 'position.predicated',
            confidence: 0.6,
            sentence: tree.sentence.index,
            token: i,
          };
        });
    }),
  );
}

/** The post in the instrumental under a verb; -1 where none is. */
function postUnder(reading: Reading, tree: Tree, verb: number): number {
  const found = (tree.children[verb] ?? []).find((c) => {
    const word = tree.tokens[c];
    return (
      word?.features.case === 'Ins' &&
      prepositionOf(tree, c) === null &&
      (kindOfMention(reading, tree, c) === 'post' || (word.features.animacy === 'Anim' && speakerNouns.has(word.lemma)))
    );
  });
  return found ?? -1;
}

function kindOfMention(reading: Reading, tree: Tree, token: number): string | null {
  return mentionsAt(reading, tree, token)[0]?.kind ?? null;
}

function isHolder(reading: Reading, tree: Tree, token: number): boolean {
  return kindAt(reading, tree, token) === 'person';
}

/** The words of a post in the nominative, without what it is the post of. */
function postRole(reading: Reading, tree: Tree, token: number): Role {
  const span = phraseSpan(tree, token);
  const text = reading.analysis.text.slice(span.start, span.stop);
  return {
    role: 'post',
    text,
    span,
    name: reading.context.nominative(text).toLowerCase(),
    type: null,
    known: null,
    entity: null,
  };
}
