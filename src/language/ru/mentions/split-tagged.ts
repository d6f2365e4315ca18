import type { Features, Token } from '../../analysis.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { Candidate } from './candidate.ts';
import { relativeNouns } from './nouns.data.ts';
import { isSomebody } from './trim-tagged.ts';
import { readsAsGivenName } from './unlisted-names.ts';

/** The tagger's span as the names that it holds, in their order: two where it took two for one, else itself. */
export function splitTagged(
  candidate: Candidate,
  tokens: readonly Token[],
  morphology: Morphology,
): readonly Candidate[] {
  if (candidate.form !== 'name' && candidate.kind !== 'post') return [candidate];
  for (const rule of rules) {
    const cut = rule.find(candidate, tokens, morphology);
    if (cut === null) continue;
    const why = `${candidate.why}, ${rule.name}`;
    const before = { ...candidate, to: cut.before, why };
    const behind = { ...candidate, from: cut.behind, why };
    return cut.keeps === 'both' ? [before, behind] : [behind];
  }
  return [candidate];
}

/** The first part ends before token `before`, the second begins with token `behind`. */
interface Cut {
  readonly before: number;
  readonly behind: number;
  readonly keeps: 'both' | 'second';
}

interface Rule {
  readonly name: string;
  find(candidate: Candidate, tokens: readonly Token[], morphology: Morphology): Cut | null;
}

const rules: readonly Rule[] = [
  {
    // «вдова Дубова Инга Петровна»: whose kin or successor somebody is stands in the genitive before the own name
    name: 'whose kin',
    find({ kind, from, to }, tokens, morphology) {
      if (kind !== 'person' || to - from < 3 || from === 0) return null;
      const noun = tokens[from - 1]?.lemma ?? '';
      if (!relativeNouns.has(noun) && !inOfficeOf.has(noun)) return null;
      const [owner, given] = [tokens[from], tokens[from + 1]];
      const isOwner = mayHaveCase('Gen', owner, morphology) && !readsAsGivenName(owner, morphology);
      return isOwner && readsAsGivenName(given, morphology) && !mayBeGivenInGenitive(given, morphology)
        ? { before: from + 1, behind: from + 1, keeps: 'both' }
        : null;
    },
  },
  {
    // «после встречи с Дубовым Верди сообщил»: two surnames in a row are two people
    name: 'two surnames',
    find({ kind, from, to }, tokens, morphology) {
      const [first, last] = [tokens[to - 2], tokens[to - 1]];
      if (kind !== 'person' || to - from < 2 || !isSurnameOfAnother(first, morphology)) return null;
      const isOwn = readsAsGivenName(last, morphology) || isPatronymicAlone(last, morphology);
      return !isOwn && mayHaveCase('Nom', last, morphology) ? { before: to - 1, behind: to - 1, keeps: 'both' } : null;
    },
  },
  {
    // «передает Newsline Лугов»: a person has no name in two scripts
    name: 'one script',
    find({ kind, from, to }, tokens) {
      if (kind !== 'person' || !latinWord.test(tokens[from]?.text ?? '')) return null;
      const behind = tokens.findIndex((token, at) => at > from && at < to && /^\p{Script=Cyrillic}/u.test(token.text));
      return behind < 0 ? null : { before: behind, behind, keeps: 'second' };
    },
  },
  {
    // «сделка Vostor — Luma»: two bodies with a dash between
    name: 'one side of a dash',
    find({ kind, from, to }, tokens) {
      if (kind !== 'organisation') return null;
      const dash = tokens.findIndex((token, at) => at > from && at < to - 1 && /^[—–]$/u.test(token.text));
      if (dash < 0) return null;
      const sides = [tokens[dash - 1], tokens[dash + 1]];
      const isPair = sides.every((token) => /^\p{Lu}/u.test(token?.text ?? ''));
      return isPair ? { before: dash, behind: dash + 1, keeps: 'both' } : null;
    },
  },
  {
    // «начальник штаба - замначальника порта», «вице-премьер — глава аппарата»: two posts of one man
    name: 'two posts at a dash',
    find({ kind, from, to }, tokens, morphology) {
      if (kind !== 'post') return null;
      const dash = tokens.findIndex((token, at) => at > from && at < to - 1 && /^[—–-]$/u.test(token.text));
      const noun = tokens.find((token, at) => at > dash && token.pos !== 'ADJ');
      const isPair =
        dash > 0 && /^\p{Ll}/u.test(noun?.text ?? '') && noun !== undefined && isSomebody(noun, morphology);
      return isPair ? { before: dash, behind: dash + 1, keeps: 'both' } : null;
    },
  },
];

/** Who has the office of somebody else. */
const inOfficeOf: ReadonlySet<string> = new Set(['предшественник', 'предшественница', 'преемник', 'преемница']);

const latinWord = /^\p{Script=Latin}{2,}/u;

/** «Али» of «брат Мохаммеда Али Рахмана» goes on with the name in the genitive. */
function mayBeGivenInGenitive(token: Token | undefined, morphology: Morphology): boolean {
  const readings = morphology.analyse(token?.text ?? '').filter((one) => (one.flags & wordFlags.given) !== 0);
  return readings.some(({ features }) => features.case === 'Gen');
}

function mayHaveCase(wanted: Features['case'], token: Token | undefined, morphology: Morphology): boolean {
  return token !== undefined && morphology.analyse(token.text).some(({ features }) => features.case === wanted);
}

const slavicSurname = /(?:енко|швили|[оеё]в[ауе]?|[оеё]вым|ин[ауе]|иным|ским|скому)$/u;

/** «Дубовым» in another case than the name behind it, or «Дубенко», which is nobody's first name. */
function isSurnameOfAnother(token: Token | undefined, morphology: Morphology): boolean {
  const known = morphology.analyse(token?.text ?? '').filter((one) => one.isKnown && one.pos === 'PROPN');
  const isSurname = known.length > 0 && known.every((one) => (one.flags & wordFlags.surname) !== 0);
  return isSurname && (slavicSurname.test(token?.text ?? '') || known.every((one) => one.features.case !== 'Nom'));
}

function isPatronymicAlone(token: Token | undefined, morphology: Morphology): boolean {
  const flags = morphology.analyse(token?.text ?? '').reduce((bits, one) => bits | one.flags, 0);
  return (flags & wordFlags.patronymic) !== 0 && (flags & wordFlags.surname) === 0;
}
