import type { Sentence, Token } from '../../analysis.ts';
import { wordFlags, type Morphology } from '../morphology/word-analysis.ts';
import { bySentence, type Candidate } from './candidate.ts';
import { startOfModifiers } from './noun-phrase.ts';
import { kinNouns, rankNouns } from './nouns.data.ts';
import { isSomebody } from './trim-tagged.ts';
import { surnameEnding } from './unlisted-names.ts';

/** How many words a post may have before the name. */
const longest = 14;

/**
 * Posts by their order alone, where the tree is unsure: somebody, then what completes it with the state in it, then at most a
 * rank, then a person's name: «начальник генерального штаба Перу генерал Иван Дубов», «посол Перу в Чили Анна Лугова».
 */
export function findPostsBeforeNames(
  sentences: readonly Sentence[],
  found: readonly Candidate[],
  morphology: Morphology,
): readonly Candidate[] {
  const foundIn = bySentence(found);
  return found.flatMap((person): readonly Candidate[] => {
    if (person.kind !== 'person' || person.form !== 'name') return [];
    const tokens = sentences[person.sentence]?.tokens ?? [];
    const others = foundIn(person.sentence).filter(isOwner);
    const rank = tokens[person.from - 1];
    const stop = rank && rankNouns.has(rank.lemma) ? person.from - 1 : person.from;
    const head = headBefore(tokens, stop, others, morphology);
    if (head < 0) return [];
    return [
      {
        sentence: person.sentence,
        from: startOfModifiers(tokens, head),
        to: stop,
        kind: 'post',
        form: 'name',
        known: null,
        name: null,
        why: 'rule post, state, name',
      },
    ];
  });
}

/**
 * People whom the tagger left, by the post and state right before them: «министра обороны Перу Холдена», «премьер-министр Перу
 * Рейн». One capitalised word that nothing else has and that the dictionary gives as a name, or not at all.
 */
export function findNamesBehindPosts(
  sentences: readonly Sentence[],
  found: readonly Candidate[],
  morphology: Morphology,
): readonly Candidate[] {
  const foundIn = bySentence(found);
  return found.flatMap((state): readonly Candidate[] => {
    if (state.kind !== 'state' || state.form !== 'name') return [];
    const tokens = sentences[state.sentence]?.tokens ?? [];
    const own = foundIn(state.sentence);
    const isTaken = own.some((one) => one.kind !== 'post' && one.from <= state.to && state.to < one.to);
    if (isTaken || !couldBeSurname(tokens, state.to, morphology)) return [];
    const head = headBefore(tokens, state.to, own.filter(isOwner), morphology);
    if (head < 0) return [];
    return [
      {
        sentence: state.sentence,
        from: state.to,
        to: state.to + 1,
        kind: 'person',
        form: 'name',
        known: null,
        name: null,
        why: 'rule post, state, then a name',
      },
    ];
  });
}

/** Reason of a post that stands within that of somebody else. */
export const postOfServed = 'rule post of the served';

/**
 * «советником президента Перу Ивана Дубова»: the post of the one who is served, whose name behind it is a genitive as the post is,
 * while the post around it is none.
 */
export function findPostsOfServed(sentences: readonly Sentence[], found: readonly Candidate[]): readonly Candidate[] {
  const peopleIn = bySentence(found.filter((one) => one.kind === 'person' && one.form === 'name'));
  return found.flatMap((post): readonly Candidate[] => {
    const tokens = sentences[post.sentence]?.tokens ?? [];
    const name = peopleIn(post.sentence).find((one) => one.from === post.to);
    if (post.kind !== 'post' || !name) return [];
    const words = tokens.slice(name.from, name.to);
    // a name that does not decline may be the holder's
    const isDeclined = words.some((token) => token.norm !== token.lemma);
    const isGenitive = isDeclined && words.every((token) => token.features.case === 'Gen');
    const people = tokens.slice(post.from, post.to).filter(isOfficer);
    const [serving, own] = [people[0], people.at(-1)];
    if (!isGenitive || !serving || !own || serving === own || own.features.case !== 'Gen') return [];
    if (serving.features.case === 'Gen' || serving.features.case === 'Acc') return [];
    return [{ ...post, from: startOfModifiers(tokens, tokens.indexOf(own)), why: postOfServed }];
  });
}

function isOfficer({ pos, features }: Token): boolean {
  return pos === 'NOUN' && features.animacy === 'Anim' && features.number === 'Sing';
}

function couldBeSurname(tokens: readonly Token[], at: number, morphology: Morphology): boolean {
  const token = tokens[at];
  if (!token || !/^\p{Lu}\p{Ll}{2,}$/u.test(token.text) || /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return false;
  const known = morphology.analyse(token.text).filter((reading) => reading.isKnown);
  // «министр Перу Лужский»: an adjective with a capital and no noun behind it is a surname too
  return known.every((reading) => (reading.flags & wordFlags.surname) !== 0 || surnameEnding.test(token.norm));
}

function isOwner(one: Candidate): boolean {
  return one.form === 'name' && (one.kind === 'state' || one.kind === 'organisation' || one.kind === 'place');
}

/** The noun of the post that ends with a state at `stop`; -1 where no state ends there or no somebody is found before it. */
function headBefore(
  tokens: readonly Token[],
  stop: number,
  owners: readonly Candidate[],
  morphology: Morphology,
): number {
  const isOwned = (at: number): boolean => owners.some((one) => one.from <= at && at < one.to);
  if (!owners.some((one) => one.to === stop && one.kind !== 'organisation')) return -1;
  for (let i = stop - 1; i >= Math.max(0, stop - longest); i--) {
    const token = tokens[i];
    if (!token) return -1;
    if (isOwned(i) && !(token.pos === 'NOUN' && token.features.animacy === 'Anim' && /^\p{Ll}/u.test(token.text)))
      continue;
    if (isHead(token, morphology)) return kinNouns.has(token.lemma) ? -1 : i;
    const isComplement =
      token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'CCONJ' || /^(?:в|во|по|при)$/u.test(token.norm);
    if (!isComplement) return -1;
  }
  return -1;
}

/** Somebody, and not by a rare reading: «командующий», «министр», not «дел». */
function isHead(token: Token, morphology: Morphology): boolean {
  if (token.features.number === 'Plur') return false;
  if (token.pos === 'NOUN') return token.features.animacy === 'Anim';
  return /^(?:командующ|исполняющ|управляющ|заведующ|уполномоч)/u.test(token.norm) && isSomebody(token, morphology);
}
