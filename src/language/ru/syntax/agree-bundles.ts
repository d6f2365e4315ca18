import type { Bundle } from './read-syntax.ts';
import type { RankedBundle } from './rank-bundles.ts';

/**
 * Chooses a tag for each token so that what stands with a noun in one case, number and gender does so in the tags too:
 * «нового русского слова» is neuter in all three words. For each noun the tag is taken that is likeliest together with the
 * best agreeing tags of its adjectives, determiners and participles; a word that agrees with none of its noun's keeps its own.
 */
export function agreeBundles(
  ranked: readonly (readonly RankedBundle[])[],
  heads: Int32Array,
  relations: readonly string[],
): readonly Bundle[] {
  const chosen = ranked.map((of) => of[0]?.bundle ?? nothing);
  const attributes = new Map<number, number[]>();
  heads.forEach((head, i) => {
    if (head < 0 || !agreeing.has(relations[i] ?? '') || !declines(chosen[i] ?? nothing)) return;
    if (!nouns.has(chosen[head]?.pos ?? '')) return;
    attributes.set(head, [...(attributes.get(head) ?? []), i]);
  });
  for (const [noun, words] of attributes) settle(ranked, chosen, noun, words);
  heads.forEach((head, i) => {
    if (subjects.has(relations[i] ?? '') && isShortParticiple(chosen[head])) agreeWithSubject(ranked, chosen, head, i);
  });
  return chosen;
}

const nothing: Bundle = { pos: 'X', written: '_', features: {} };

/** How much less likely, in logarithms, an agreeing tag may be before the disagreement is believed. */
const disagreement = 4;

function settle(
  ranked: readonly (readonly RankedBundle[])[],
  chosen: Bundle[],
  noun: number,
  words: readonly number[],
): void {
  let most = -Infinity;
  for (const candidate of ranked[noun] ?? []) {
    if (!nouns.has(candidate.bundle.pos)) continue;
    const fits = words.map((word) => (ranked[word] ?? []).find((it) => agree(it.bundle, candidate.bundle)));
    const score = fits.reduce(
      (sum, fit) => sum + Math.max(-disagreement, fit?.score ?? -disagreement),
      candidate.score,
    );
    if (score <= most) continue;
    most = score;
    chosen[noun] = candidate.bundle;
    words.forEach((word, i) => {
      const fit = fits[i];
      chosen[word] = (fit && fit.score > -disagreement ? fit : ranked[word]?.[0])?.bundle ?? nothing;
    });
  }
}

/** «договор подписан», «посол приглашён»: the treebank marks in the participle whether its subject is animate. */
function agreeWithSubject(
  ranked: readonly (readonly RankedBundle[])[],
  chosen: Bundle[],
  participle: number,
  subject: number,
): void {
  const animacy = chosen[subject]?.features.animacy;
  if (animacy === undefined || chosen[participle]?.features.animacy === animacy) return;
  const fit = ranked[participle]?.find((it) => isShortParticiple(it.bundle) && it.bundle.features.animacy === animacy);
  if (fit) chosen[participle] = fit.bundle;
}

function isShortParticiple(bundle: Bundle | undefined): boolean {
  return bundle?.features.verbForm === 'Part' && bundle.features.variant === 'Short';
}

const subjects: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass']);

/** Participles show in the treebank whether their noun is animate; adjectives only where the form does. */
function agree(word: Bundle, noun: Bundle): boolean {
  const own = word.features;
  const its = noun.features;
  if (!declines(word)) return false;
  if (own.case !== its.case || own.number !== its.number) return false;
  if (own.gender !== undefined && its.gender !== undefined && own.gender !== its.gender) return false;
  return own.animacy === undefined || its.animacy === undefined || own.animacy === its.animacy;
}

function declines(bundle: Bundle): boolean {
  return bundle.features.case !== undefined && (bundle.pos === 'ADJ' || bundle.pos === 'DET' || bundle.pos === 'VERB');
}

const nouns: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);
const agreeing: ReadonlySet<string> = new Set(['amod', 'det', 'acl']);
