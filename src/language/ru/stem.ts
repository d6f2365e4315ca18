/**
 * The stem of a Russian word by the Snowball algorithm (https://snowballstem.org/algorithms/russian/stemmer.html):
 * «договорами», «договоре» → `договор`. Takes a word in lower case with ё as е; what has no Russian vowel comes back as
 * it is. Search uses it for texts and questions alike, so that a question needs no dictionary.
 */
export function stem(word: string): string {
  const vowel = word.search(/[аеиоуыэюя]/u);
  if (vowel < 0) return word;
  const head = word.slice(0, vowel + 1);
  let tail = word.slice(vowel + 1);
  const secondRegion = secondRegionOf(word) - vowel - 1;
  tail = withoutInflection(tail);
  if (tail.endsWith('и')) tail = tail.slice(0, -1);
  const derivational = /ость?$/u.exec(tail);
  if (derivational && derivational.index >= secondRegion) tail = tail.slice(0, derivational.index);
  return head + withoutSuperlative(tail);
}

const perfectiveGerund = /(?:(?<=[ая])(?:вшись|вши|в)|ившись|ывшись|ивши|ывши|ив|ыв)$/u;
const reflexive = /(?:ся|сь)$/u;
const adjective = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/u;
const participle = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/u;
const verb =
  /(?:(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)|ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)$/u;
const noun =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/u;

/** Step 1: a perfective gerund, or else a reflexive ending and then the first of adjective, verb and noun that fits. */
function withoutInflection(tail: string): string {
  if (perfectiveGerund.test(tail)) return tail.replace(perfectiveGerund, '');
  const plain = tail.replace(reflexive, '');
  if (adjective.test(plain)) return plain.replace(adjective, '').replace(participle, '');
  if (verb.test(plain)) return plain.replace(verb, '');
  return plain.replace(noun, '');
}

/** Step 4: `-ейш`, `-ейше`, one of two н, a soft sign. */
function withoutSuperlative(tail: string): string {
  const plain = tail.replace(/ейше?$/u, '');
  if (plain.endsWith('нн')) return plain.slice(0, -1);
  return plain === tail ? tail.replace(/ь$/u, '') : plain;
}

/** Where the second region begins: after the first consonant that follows a vowel, twice over. */
function secondRegionOf(word: string): number {
  const first = /[аеиоуыэюя][^аеиоуыэюя]/u.exec(word);
  if (!first) return word.length;
  const from = first.index + 2;
  const second = /[аеиоуыэюя][^аеиоуыэюя]/u.exec(word.slice(from));
  return second ? from + second.index + 2 : word.length;
}
