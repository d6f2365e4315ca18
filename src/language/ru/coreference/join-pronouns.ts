import type { Mention, Token } from '../../analysis.ts';
import type { Gender } from '../names/person-name.ts';
import { sortOfBody } from './body-sort.ts';
import type { Draft, Resolution } from './drafts.ts';
import { chainOf, draftOf, headOf, lastChain, link, tokensBeside } from './drafts.ts';
import { findUnnamed, saying, saysSo, type Unnamed } from './find-unnamed.ts';

/** How many sentences back a pronoun may reach. */
const reach = 4;

/**
 * «он», «она», «его», «ее»: the person that the last sentences speak of, weighed by subject, speaker, nearness and gender.
 * Words of a speaker inside quotation marks do not speak of the speaker. Where somebody without a name is likelier («источник»), the
 * pronoun stays open; so does «они»: a chain is one entity.
 */
export function joinPronouns(it: Resolution): void {
  const unnamed = [...findUnnamed(it)];
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'pronoun' || chainOf(it, i) >= 0) continue;
    const head = headOf(it, mention);
    if (!head) continue;
    const gender = genderOfPronoun(head);
    const paper = paperMeant(it, mention, head);
    const told = paper >= 0 || gender === null ? paper : sourceOf(it, mention);
    link(it, i, told, `pronoun for ${it.drafts[told]?.name ?? ''}`);
    if (told >= 0 || gender === null || isHappening(it, mention, head)) continue;
    const claiming = bodyThatSays(it, mention, gender);
    const best = claiming >= 0 ? null : bestAntecedent(it, mention, head, gender, unnamed);
    if (best?.chain === -1) unnamed.push({ ...mention, gender, doubt: 0, isOffice: false });
    const chain = best?.chain ?? (claiming >= 0 ? claiming : bodyMeant(it, mention, head, gender));
    link(it, i, chain, `pronoun for ${it.drafts[chain]?.name ?? ''}`);
  }
}

/**
 * «Договор о мире готов. Он будет подписан в мае»: the agreement named last, of the same form and at most two sentences before, where
 * the verb tells what only papers undergo or do; -1 elsewhere.
 */
function paperMeant(it: Resolution, pronoun: Mention, head: Token): number {
  if (!isOnlyOfPapers(tokensBeside(it, pronoun), head)) return -1;
  return lastChain(it, pronoun.start, (draft) => {
    if (draft.kind !== 'agreement') return false;
    const last = it.mentions[draft.mentions.findLast((i) => (it.mentions[i]?.start ?? Infinity) < pronoun.start) ?? -1];
    const noun = last ? headOf(it, last)?.features : undefined;
    const isNear = last !== undefined && pronoun.sentence - last.sentence <= 2;
    // «его» is of a neuter too
    const isOfGender = head.norm === 'его' ? noun?.gender !== 'Fem' : noun?.gender === head.features.gender;
    return isNear && noun?.number === head.features.number && (noun?.number === 'Plur' || isOfGender);
  });
}

/**
 * «его подписали», «он был ратифицирован»; «он истёк», «он вступит в силу», «он прекратит действие», not «он прекратил действие
 * договора»
 */
function isOnlyOfPapers(tokens: readonly Token[], pronoun: Token): boolean {
  const verb = tokens[pronoun.head]?.lemma ?? '';
  if (pronoun.relation === 'obj' || pronoun.relation === 'nsubj:pass') return papersUndergo.has(verb);
  if (pronoun.relation !== 'nsubj') return false;
  return (
    papersDo.has(verb) ||
    tokens.some(
      ({ head, lemma }, at) => head === pronoun.head && isBare(tokens, at) && papersLoseOrGain.has(`${verb} ${lemma}`),
    )
  );
}

/** «прекратит действие 10 мая», not «прекратил действие договора» */
function isBare(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind !== 'word' || !/^(?:NOUN|PROPN|ADJ|DET|PRON)$/u.test(next.pos);
}

const papersUndergo: ReadonlySet<string> = new Set(
  'подписать подписывать ратифицировать парафировать денонсировать расторгнуть согласовать заключить пролонгировать'.split(
    ' ',
  ),
);
const papersDo: ReadonlySet<string> = new Set(
  'истечь истекать реализовываться реализоваться выполняться соблюдаться'.split(' '),
);
const papersLoseOrGain: ReadonlySet<string> = new Set([
  ...['вступить', 'вступать', 'утратить', 'утрачивать'].map((verb) => `${verb} сила`),
  ...['прекратить', 'прекращать'].map((verb) => `${verb} действие`),
  ...['прекратить', 'перестать'].map((verb) => `${verb} действовать`),
]);

/** «по его данным», «по ее информации»: the body named last, within two sentences; -1 elsewhere. */
function sourceOf(it: Resolution, mention: Mention): number {
  const next = tokensBeside(it, mention)[mention.head + 1];
  if (!next || !/^(?:данн|информаци|сведени)/u.test(next.norm)) return -1;
  const isNear = (draft: Draft): boolean =>
    draft.mentions.some((i) => mention.sentence - (it.mentions[i]?.sentence ?? -Infinity) <= 2);
  const source = lastChain(
    it,
    mention.start,
    (draft) => draft.kind === 'organisation' && isNear(draft) && sortOfBody(it, draft) === 'media',
  );
  if (source >= 0) return source;
  const last = lastChain(it, mention.start, (draft) => draft.person !== null || draft.kind === 'organisation');
  const draft = it.drafts[last];
  return draft?.kind === 'organisation' && isNear(draft) ? last : -1;
}

/**
 * «Компания построит завод. Она получит заем», «Партия заявила, что она готова»: where no person is spoken of, the body or state that
 * was the subject last, in this sentence or, for a subject, the one before, by the gender of its noun; -1 where there is none.
 */
function bodyMeant(it: Resolution, pronoun: Mention, head: Token, gender: Gender): number {
  const reachOfBody = head.relation.startsWith('nsubj') ? 1 : 0;
  const isNear = ({ sentence }: Mention): boolean => sentence <= pronoun.sentence && pronoun.sentence - sentence <= 1;
  if (it.mentions.some((one) => one.kind === 'person' && one.stop <= pronoun.start && isNear(one))) return -1;
  const subject = it.mentions.findLastIndex(
    (one, i) =>
      (one.kind === 'organisation' || one.kind === 'state') &&
      one.stop <= pronoun.start &&
      pronoun.sentence - one.sentence <= reachOfBody &&
      chainOf(it, i) >= 0 &&
      headOf(it, one)?.relation.startsWith('nsubj') === true,
  );
  const chain = chainOf(it, subject);
  return gendersOfBody(it, chain).has(gender) ? chain : -1;
}

/** «Саммит назначен. Он состоится в Лиме»: what only happens is nobody. */
function isHappening(it: Resolution, pronoun: Mention, head: Token): boolean {
  const verb = tokensBeside(it, pronoun)[head.head]?.lemma ?? '';
  return head.relation.startsWith('nsubj') && happening.has(verb);
}

const happening: ReadonlySet<string> = new Set(['состояться', 'длиться', 'продлиться', 'истечь', 'истекать']);

/**
 * «Перу заявило, что ему нужен мир», «Япония объяснила Перу, что она уйдет»: the state or body that says the clause of the pronoun,
 * where the sentence has named nobody before it; -1 elsewhere.
 */
function bodyThatSays(it: Resolution, pronoun: Mention, gender: Gender): number {
  const tokens = tokensBeside(it, pronoun);
  const before = it.mentions.filter((one) => one.sentence === pronoun.sentence && one.stop <= pronoun.start);
  if (isQuoted(it, pronoun.start) || before.some(({ kind }) => kind === 'person' || kind === 'post')) return -1;
  for (let at = tokens[pronoun.head]; at; at = tokens[at.head]) {
    if (at.relation !== 'ccomp') continue;
    const verb = at.head;
    const said = before.find((one) => {
      const own = headOf(it, one);
      return own?.head === verb && own.relation === 'nsubj' && (one.kind === 'state' || one.kind === 'organisation');
    });
    const chain = said ? chainOf(it, it.mentions.indexOf(said)) : -1;
    const own = said ? headOf(it, said)?.features.gender : undefined;
    const isNeuter = own === 'Neut' && gender === 'Masc' && tokens[pronoun.head]?.norm !== 'он';
    const draft = it.drafts[chain];
    // «Издание пишет, что он уехал»: who is cited tells of others
    return (own === gender || isNeuter) && draft && sortOfBody(it, draft) !== 'media' ? chain : -1;
  }
  return -1;
}

/** The genders of the nouns that name a body or state: «компания», «Россия», not «страна»; of an acronym none. */
function gendersOfBody(it: Resolution, chain: number): ReadonlySet<string> {
  const heads = (it.drafts[chain]?.mentions ?? []).flatMap((i) => {
    const mention = it.mentions[i];
    const isNamed = mention !== undefined && !(mention.kind === 'state' && mention.form === 'description');
    return (isNamed ? headOf(it, mention) : undefined) ?? [];
  });
  const nouns = heads.filter(({ pos, text }) => (pos === 'NOUN' || pos === 'PROPN') && /\p{Ll}/u.test(text));
  const genders = nouns.flatMap(({ features }) => features.gender ?? []);
  return new Set(genders);
}

/** Of «он», «ему» and of «она», «ей»; `null` for «они» and «оно». */
function genderOfPronoun(token: Token): Gender | null {
  if (/^(?:он|его|ему|им|нем|него|нему|ним)$/u.test(token.norm) && token.features.number !== 'Plur') return 'Masc';
  if (/^(?:она|ее|ей|ею|ней|нее|нею)$/u.test(token.norm)) return 'Fem';
  return null;
}

/** The likeliest of whom a pronoun may mean; chain -1: somebody without a name; `null` where there is nobody. */
function bestAntecedent(
  it: Resolution,
  pronoun: Mention,
  head: Token,
  gender: Gender,
  unnamed: readonly Unnamed[],
): { readonly chain: number } | null {
  const scores = new Map<number, number>();
  const isNear = (one: Place): boolean => one.start < pronoun.start && pronoun.sentence - one.sentence <= reach;
  const [speaker, doer] = [speakerOf(it, pronoun), doerOf(it, pronoun, head)];
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.stop > pronoun.start || !isNear(mention) || isSpokenOf(it, mention, pronoun, head)) continue;
    const chain = chainOf(it, i);
    const draft = it.drafts[chain];
    if (!draft || !fits(draft, gender) || chain === speaker || chain === doer) continue;
    if (mention.kind === 'state' || mention.kind === 'organisation') continue;
    const score = weigh(it, mention, pronoun, head) - (draft.gender === null || draft.gender === gender ? 0 : unlikely);
    scores.set(chain, Math.max(scores.get(chain) ?? 0, score) + again);
  }
  for (const one of unnamed) {
    if (one.gender !== gender || !isNear(one) || (one.isOffice && one.sentence === pronoun.sentence)) continue;
    scores.set(-1, Math.max(scores.get(-1) ?? 0, weigh(it, one, pronoun, head) - one.doubt));
  }
  let best: { readonly chain: number } | null = null;
  let most = 0;
  for (const [chain, score] of scores) {
    if (score > most) {
      most = score;
      best = { chain };
    }
  }
  return best;
}

/**
 * «Дубов увидел его», «Дубов назначил его послом», where the parser may hang the pronoun on the post: the chain of the subject,
 * whom a pronoun under the same verb cannot mean; -1 where none is known.
 */
function doerOf(it: Resolution, pronoun: Mention, head: Token): number {
  const tokens = tokensBeside(it, pronoun);
  const post = head.relation === 'det' ? tokens[head.head] : undefined;
  const under = post?.features.case === 'Ins' && post.relation === 'xcomp' ? post : head;
  if (!/^(?:i?obj|obl|xcomp)/u.test(under.relation)) return -1;
  const subject = tokens.findIndex((t) => t.head === under.head && t.relation.startsWith('nsubj'));
  const isDoer = (token: number): boolean =>
    token === subject || (tokens[token]?.head === subject && /^(?:appos|flat)/u.test(tokens[token]?.relation ?? ''));
  const doer = it.mentions.findIndex(
    (m, i) => m.sentence === pronoun.sentence && isDoer(m.head) && draftOf(it, i)?.person,
  );
  return chainOf(it, doer);
}

/** «Спросите Дубова», — сказал он: whom the quotation of the sentence names is not who speaks beside it. */
function isSpokenOf(it: Resolution, mention: Mention, pronoun: Mention, head: Token): boolean {
  const isBeside = mention.sentence === pronoun.sentence && isQuoted(it, mention.start);
  return isBeside && !isQuoted(it, pronoun.start) && head.relation.startsWith('nsubj');
}

type Place = Pick<Mention, 'start' | 'sentence' | 'head'>;

/** What another mention of the same person adds. */
const again = 0.1;

/** What a gender that only the parser says takes off. */
const unlikely = 1;

function fits(draft: Draft, gender: Gender): boolean {
  return draft.person !== null && (draft.gender === null || draft.gender === gender || draft.isGenderGuessed);
}

/** Weights of a mention as what a pronoun goes back to; chosen on the dev half of `eval/chain-cases.tsv`. */
const weights = {
  any: 3,
  subject: 1,
  subjectBefore: 0.5,
  saidSo: 1,
  sameClause: -0.7,
  otherVoice: -1,
  aside: -1,
} as const;

/** How fast a mention is forgotten: its weight is divided by the distance in sentences to this power. */
const forgetting = 1.5;

function weigh(it: Resolution, mention: Place, pronoun: Mention, head: Token): number {
  const distance = pronoun.sentence - mention.sentence;
  let score: number = weights.any;
  if (isSubject(it, mention)) {
    score += weights.subject;
    if (distance === 1) score += weights.subjectBefore;
    if (saying.has(headNoun(it, pronoun, head)) || bothSpeak(it, mention, pronoun, head)) score += weights.saidSo;
    // «он» of the same clause as its subject is more often somebody else's only where another fits; a small push.
    if (distance === 0 && head.relation.startsWith('nsubj')) score += weights.sameClause;
  }
  const isOneVoice = isQuoted(it, mention.start) === isQuoted(it, pronoun.start);
  const isAside = (distance > 0 && isBracketed(it, mention)) || isEra(it, mention);
  const turns = (isOneVoice ? 0 : weights.otherVoice) + (isAside ? weights.aside : 0);
  return score / (1 + distance) ** forgetting + turns;
}

/** «Посол заявил, что суда ушли. Он отметил, что …»: the subject of words, and then of others. */
function bothSpeak(it: Resolution, mention: Place, pronoun: Mention, head: Token): boolean {
  if (mention.sentence === pronoun.sentence || !head.relation.startsWith('nsubj')) return false;
  const before = tokensBeside(it, mention);
  const own = tokensBeside(it, pronoun);
  const verb = before[mention.head]?.head ?? -1;
  return saysSo(before, verb) && saysSo(own, head.head) && !isQuoted(it, pronoun.start);
}

/** The noun of «его словам»; empty where the pronoun stands for itself. */
function headNoun(it: Resolution, pronoun: Mention, head: Token): string {
  return head.relation === 'det' ? (tokensBeside(it, pronoun)[head.head]?.lemma ?? '') : '';
}

/** Whether a mention is a subject or what is said of one («это Луговой»), one beside a noun («министр Луговой») as that noun is. */
export function isSubject(it: Resolution, mention: Place): boolean {
  const tokens = tokensBeside(it, mention);
  const token = tokens[mention.head];
  const own = token && /^(?:appos|flat)/u.test(token.relation) ? tokens[token.head] : token;
  return own !== undefined && (own.relation.startsWith('nsubj') || own.relation === 'root');
}

/** «Верди ушёл в порт (им тогда руководил Дубов). До этого он …»: a remark in brackets is not what the text goes on about. */
function isBracketed(it: Resolution, place: Place): boolean {
  const mark = tokensBeside(it, place).findLast((t) => t.stop <= place.start && /^[()]$/u.test(t.text));
  return mark?.text === '(';
}

/** «Верди служил послом при президенте Дубове. Он …»: who ruled then only tells when. */
function isEra(it: Resolution, place: Place): boolean {
  const tokens = tokensBeside(it, place);
  const { relation = '', head: above = -1 } = tokens[place.head] ?? {};
  const noun = /^(?:appos|flat)/u.test(relation) ? above : place.head;
  return tokens.some((t) => t.head === noun && t.relation === 'case' && t.norm === 'при');
}

function isQuoted(it: Resolution, offset: number): boolean {
  return it.quotations.some((one) => one.start <= offset && offset < one.stop);
}

/**
 * The chain of whoever says the quotation that the pronoun stands in: the subject of a verb beside it, in the sentence of the pronoun or
 * else where the quotation ends («…», — приводит агентство слова Дубова»); -1 outside quotations.
 */
export function speakerOf(it: Resolution, pronoun: Mention): number {
  const quotation = it.quotations.find((one) => one.start <= pronoun.start && pronoun.start < one.stop);
  if (!quotation) return -1;
  const last = it.sentences.find(({ start, stop }) => start < quotation.stop && quotation.stop <= stop)?.index ?? -1;
  for (const sentence of new Set([pronoun.sentence, last])) {
    const tokens = tokensBeside(it, { sentence });
    const index = it.mentions.findIndex((one, i) => {
      if (one.sentence !== sentence || isQuoted(it, one.start) || !draftOf(it, i)?.person) return false;
      const head = headOf(it, one);
      const isCited = head?.relation === 'nmod' && tokens[head.head]?.lemma === 'слово' && one.start >= quotation.stop;
      return isCited || isSubject(it, one);
    });
    if (index >= 0) return chainOf(it, index);
  }
  return -1;
}
