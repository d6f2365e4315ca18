import type { Mention, Token } from '../../analysis.ts';
import type { Draft, Resolution } from './drafts.ts';
import { headOf, lastChain, link } from './drafts.ts';

/** How many sentences back a pronoun may reach. */
const reach = 4;

/**
 * «он», «она», «его», «ее»: the person that the last sentences speak of, weighed by subject, speaker, nearness and gender.
 * Words of a speaker inside quotation marks do not speak of the speaker. «они» is left open: a chain is one entity.
 */
export function joinPronouns(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'pronoun' || (it.links[i]?.chain ?? -1) >= 0) continue;
    const head = headOf(it, mention);
    const gender = head ? genderOf(head) : null;
    if (!head || gender === null) continue;
    const source = sourceOf(it, mention);
    const chain = source >= 0 ? source : bestAntecedent(it, mention, head, gender);
    link(it, i, chain, `pronoun for ${it.drafts[chain]?.name ?? ''}`);
  }
}

/** «по его данным», «по ее информации»: the body named last, within two sentences; -1 elsewhere. */
function sourceOf(it: Resolution, mention: Mention): number {
  const next = it.sentences[mention.sentence]?.tokens[mention.head + 1];
  if (!next || !/^(?:данн|информаци|сведени)/u.test(next.norm)) return -1;
  const last = lastChain(it, mention.start, (draft) => draft.person !== null || draft.kind === 'organisation');
  const draft = it.drafts[last];
  const isNear = draft?.mentions.some((i) => mention.sentence - (it.mentions[i]?.sentence ?? -9) <= 2) ?? false;
  return draft?.kind === 'organisation' && isNear ? last : -1;
}

function genderOf(token: Token): 'Masc' | 'Fem' | null {
  if (/^(?:он|его|ему|им|нем|него|нему|ним)$/u.test(token.norm) && token.features.number !== 'Plur') return 'Masc';
  if (/^(?:она|ее|ей|ею|ней|нее|нею)$/u.test(token.norm)) return 'Fem';
  return null;
}

function bestAntecedent(it: Resolution, pronoun: Mention, head: Token, gender: 'Masc' | 'Fem'): number {
  const scores = new Map<number, number>();
  const speaker = speakerOf(it, pronoun);
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.stop > pronoun.start || pronoun.sentence - mention.sentence > reach) continue;
    const chain = it.links[i]?.chain ?? -1;
    const draft = it.drafts[chain];
    if (!draft || !fits(draft, gender) || chain === speaker) continue;
    if (mention.kind === 'state' || mention.kind === 'organisation') continue;
    const score = weigh(it, mention, pronoun, head);
    scores.set(chain, Math.max(scores.get(chain) ?? 0, score) + 0.2);
  }
  let best = -1;
  let most = 0;
  for (const [chain, score] of scores) {
    if (score > most) {
      most = score;
      best = chain;
    }
  }
  return best;
}

function fits(draft: Draft, gender: 'Masc' | 'Fem'): boolean {
  return draft.person !== null && (draft.gender === null || draft.gender === gender);
}

function weigh(it: Resolution, mention: Mention, pronoun: Mention, head: Token): number {
  const token = headOf(it, mention);
  const distance = pronoun.sentence - mention.sentence;
  let score = 3 / (1 + distance);
  if (token?.relation.startsWith('nsubj')) score += 1.5;
  if (distance === 1 && token?.relation.startsWith('nsubj')) score += 0.5;
  if (isQuoted(it, mention.start) !== isQuoted(it, pronoun.start)) score -= 1;
  // «его» of the same clause as its subject is more often somebody else's only where another fits; a small push.
  if (distance === 0 && head.relation.startsWith('nsubj') && token?.relation.startsWith('nsubj')) score -= 0.7;
  return score;
}

function isQuoted(it: Resolution, offset: number): boolean {
  return it.quotations.some((one) => one.start <= offset && offset < one.stop);
}

/** The chain of the subject of a verb outside the quotation that the pronoun stands in, in the same sentence; -1 outside quotations. */
function speakerOf(it: Resolution, pronoun: Mention): number {
  if (!isQuoted(it, pronoun.start)) return -1;
  const index = it.mentions.findIndex(
    (one) =>
      one.sentence === pronoun.sentence &&
      !isQuoted(it, one.start) &&
      headOf(it, one)?.relation.startsWith('nsubj') === true,
  );
  return index >= 0 ? (it.links[index]?.chain ?? -1) : -1;
}
