import { surnamesOf, type Happening } from './happening.ts';

/** Pairs out of up to eight words; one word alone stands for itself. */
export function pairsOf(all: readonly string[]): readonly string[] {
  if (all.length < 2) return all;
  const few = all.slice(0, 8);
  return few.flatMap((a, i) => few.slice(i + 1).map((b) => `${a}+${b}`));
}

/** Who met whom: pairs of participants and their states, and of surnames; where nobody is named, the place. */
export function companyOf(h: Happening): readonly string[] {
  if (h.participants.length === 0) return (h.fillers.get('place') ?? []).map((place) => `at ${place}`);
  const all = [...new Set([...h.participants, ...h.sides])].toSorted();
  // «заседание Форума в Дохе», «Варония на саммите Форума в Дохе»: where one is named alone, the place tells which meeting
  const few = h.participants.slice(0, 4);
  const there = (h.fillers.get('place') ?? []).flatMap((place) => few.map((one) => `${one} at ${place}`));
  return [...new Set([...pairsOf(all), ...pairsOf(surnamesOf(h)), ...there])];
}

/** What goes from whom, and what to whom; the ordinal of a batch between two of the states that its document names. */
export function dealsOf(h: Happening): readonly string[] {
  const batches = h.ordinal === null ? [] : pairsOf(h.around).map((pair) => `${h.ordinal} ${pair}`);
  return [...statedDealsOf(h), ...batches];
}

/** What goes from whom, and what to whom, as far as the claim itself says. */
export function statedDealsOf(h: Happening): readonly string[] {
  const things = [...(h.fillers.get('object') ?? []), ...h.matter];
  const from = (h.fillers.get('supplier') ?? []).map((s) => `from ${s}`);
  const to = (h.fillers.get('recipient') ?? []).map((r) => `to ${r}`);
  return [...new Set(things)].flatMap((thing) => [...from, ...to].map((party) => `${thing} ${party}`));
}

/**
 * What something is about: its objects, and pairs of the words of these or, without them, of the sentence; whose measure ends, and who
 * gives what to whom.
 */
export function subjectsOf(h: Happening): readonly string[] {
  const words = h.matter.length > 0 ? h.matter : h.words;
  const sides = h.fillers.get('actor') ?? h.voices;
  const measures = h.type === 'measure' && h.lifts ? sides.map((side) => `lifted by ${side}`) : [];
  return [
    ...new Set([...(h.fillers.get('object') ?? []), ...pairsOf(words), ...measures, ...givenOf(h), ...sentOf(h)]),
  ];
}

/** «миротворцы», «миротворческий контингент»: which troops of whom. */
function sentOf(h: Happening): readonly string[] {
  return h.troops.flatMap((word) => (h.fillers.get('actor') ?? []).map((one) => `${word} of ${one}`));
}

/** Who comes into an office or leaves it, whatever the type of the claim. */
export function turnsOf({ turn }: Happening): readonly string[] {
  return turn ? [`turn ${turn.way}:${turn.who}`] : [];
}

/** «Варония даст Мередии кредит», «… льготный кредит»: one word makes no pair, but who gives what to whom does. */
function givenOf(h: Happening): readonly string[] {
  const by = h.fillers.get('actor') ?? [];
  const to = h.fillers.get('target') ?? [];
  return h.matter.slice(0, 8).flatMap((word) => by.flatMap((one) => to.map((other) => `${word} ${one}>${other}`)));
}
