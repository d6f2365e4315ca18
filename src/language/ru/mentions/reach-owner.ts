import type { Sentence, Token } from '../../analysis.ts';
import { bySentence, type Candidate } from './candidate.ts';
import { isUnder, startOfModifiers } from './noun-phrase.ts';
import { embassies, ownedBodies } from './nouns.data.ts';

/**
 * A post or an embassy with the state, place or body that it belongs to and the one that receives it, where the tagger ends it too
 * soon: «министр финансов» of «министр финансов Перу», «послом Перу» of «послом Перу в Чили». `names` are those of its sentence.
 */
export function reachOwner(candidate: Candidate, tokens: readonly Token[], names: readonly Candidate[]): Candidate {
  if (candidate.kind !== 'post' && candidate.kind !== 'organisation') return candidate;
  const owned = candidate.kind === 'post' ? withOwner(candidate, tokens, names) : upToBrackets(candidate, tokens);
  return withHost(owned, tokens, names);
}

/** «Морской службы» + «по рыболовству» before «(МСР)»: a body with the words whose first letters the brackets behind it give. */
function upToBrackets(body: Candidate, tokens: readonly Token[]): Candidate {
  const open = tokens.findIndex(({ text }, at) => at >= body.to && text === '(');
  const letters = tokens[open + 1]?.text ?? '';
  if (open < body.to || open > body.to + longestRest || !/^\p{Lu}{3,}$/u.test(letters)) return body;
  const words = tokens.slice(body.from, open);
  const isRun = words.every(({ kind }) => kind === 'word');
  const initials = words.filter(({ pos }) => pos !== 'ADP' && pos !== 'CCONJ').map(({ text }) => text.charAt(0));
  return isRun && initials.join('').toUpperCase() === letters ? { ...body, to: open } : body;
}

/** How many words what brackets shorten may have behind where the tagger ends it. */
const longestRest = 6;

/**
 * «министр финансов» + «Перу»: the genitive right behind, on a word of the post; «советник в администрации» + «Ивана Дубова»: what
 * the body goes on with in which the post ends.
 */
function withOwner(post: Candidate, tokens: readonly Token[], names: readonly Candidate[]): Candidate {
  const cut = names.find(
    ({ kind, from, to }) => kind === 'organisation' && post.from < from && from < post.to && post.to < to,
  );
  const whose = cut ?? names.find((one) => one.from === post.to && isOfLastWord(post, tokens, one));
  if (whose) return { ...post, to: whose.to, form: 'name' };
  const owner = longestAt(names, post.to);
  const word = owner ? nounOf(tokens, owner) : -1;
  const above = tokens[word]?.head ?? -1;
  const isOwn = tokens[word]?.features.case === 'Gen' && post.from <= above && above < post.to;
  return owner && isOwn ? { ...post, to: owner.to, form: 'name' } : post;
}

/** «советник в кабинете» + «Ивана Дубова»: whose that is in which the post is, which has another case than its holder would. */
function isOfLastWord(post: Candidate, tokens: readonly Token[], person: Candidate): boolean {
  const [last, name] = [tokens[post.to - 1], tokens[person.from]];
  const head = tokens.find(({ features }, at) => at >= post.from && at < post.to && features.animacy === 'Anim');
  const isWithin = tokens.some((one) => one.head === post.to - 1 && one.relation === 'case');
  const isHolder = head?.features.case === 'Gen' || head?.features.case === 'Acc';
  const isOwn = name?.head === post.to - 1 && name.features.case === 'Gen';
  return person.kind === 'person' && last?.pos === 'NOUN' && last !== head && isWithin && isOwn && !isHolder;
}

/** «посол Перу» + «в Чили», «посольство Перу» + «в Лиме» */
function withHost(candidate: Candidate, tokens: readonly Token[], names: readonly Candidate[]): Candidate {
  const noun = tokens.slice(candidate.from, candidate.to).find(({ pos }) => pos === 'NOUN')?.lemma ?? '';
  const isSent = candidate.kind === 'post' ? envoy.test(noun) : embassies.has(noun);
  const isBehind = /^во?$/u.test(tokens[candidate.to]?.norm ?? '') && candidate.form === 'name';
  const host = isSent && isBehind ? longestAt(names, candidate.to + 1) : undefined;
  const isPlace = host !== undefined && tokens[nounOf(tokens, host)]?.features.case === 'Loc';
  return isPlace && host.kind !== 'organisation' ? { ...candidate, to: host.to } : candidate;
}

const envoy = /^(?:экс-)?(?:посол|посланник|(?:ген)?консул|торгпред)$/u;

/** The longest state, place or body that starts at a token. */
function longestAt(names: readonly Candidate[], from: number): Candidate | undefined {
  return names
    .filter((one) => one.from === from && one.form === 'name' && ownerKinds.has(one.kind))
    .toSorted((a, b) => b.to - a.to)[0];
}

const ownerKinds: ReadonlySet<Candidate['kind']> = new Set(['state', 'place', 'organisation']);

/** The noun that a name is headed by; -1 for «перуанский». */
function nounOf(tokens: readonly Token[], { from, to }: Candidate): number {
  return tokens.findIndex(
    ({ pos, head }, at) => from <= at && at < to && (pos === 'NOUN' || pos === 'PROPN') && (head < from || head >= to),
  );
}

/** «суд Калифорнии», «генконсульство Перу в Лиме»: a body's noun with the state or place that it is of, which the tagger leaves. */
export function findOwnedBodies(sentences: readonly Sentence[], found: readonly Candidate[]): readonly Candidate[] {
  const foundIn = bySentence(found);
  return found.flatMap((owner): readonly Candidate[] => {
    if (owner.form !== 'name' || (owner.kind !== 'state' && owner.kind !== 'place')) return [];
    const tokens = sentences[owner.sentence]?.tokens ?? [];
    const names = foundIn(owner.sentence);
    const [noun, word] = [owner.from - 1, nounOf(tokens, owner)];
    const isOwned = tokens[word]?.features.case === 'Gen' && isUnder(tokens, word, noun);
    const from = startOfModifiers(tokens, noun);
    if (!isOwned || !isBody(tokens[noun]) || names.some((one) => isTaken(one, from, noun))) return [];
    const why = 'rule body of its owner';
    const { sentence, to } = owner;
    const body: Candidate = { sentence, from, to, kind: 'organisation', form: 'name', known: null, name: null, why };
    return [withHost(body, tokens, names)];
  });
}

function isBody(token: Token | undefined): boolean {
  const isNoun = token?.pos === 'NOUN' && token.features.number !== 'Plur';
  return isNoun && (ownedBodies.has(token.lemma) || embassies.has(token.lemma));
}

/** A body of the tagger's that the noun is the first of, with its adjectives; «палата парламента Перу» is another. */
function isTaken({ kind, from, to }: Candidate, first: number, noun: number): boolean {
  return kind === 'organisation' && first <= from && from <= noun && noun < to;
}
