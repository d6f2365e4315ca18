import type { ClaimType, Stage } from '../../src/model/claim.ts';
import type { OutcomeStatus } from '../../src/model/record.ts';
import { dayNumber, dayText } from '../../src/record/window.ts';
import {
  capitals,
  declineHard,
  declinePerson,
  declineState,
  equipment,
  exerciseNames,
  marks,
  menNames,
  menSurnames,
  stateStems,
  treatySubjects,
  womenNames,
  womenSurnames,
  type Forms,
} from './words.data.ts';

/** Choices out of a seed (mulberry32): the same seed gives the same world. */
export interface Dice {
  /** A number in [0, 1). */
  roll(): number;
  below(limit: number): number;
  pick<T>(options: readonly T[]): T;
  chance(probability: number): boolean;
}

export interface WorldState {
  readonly id: string;
  readonly name: Forms;
  readonly capital: Forms;
}

export interface WorldPerson {
  readonly id: string;
  readonly name: Forms;
  readonly first: string;
  readonly surname: string;
  readonly isWoman: boolean;
  readonly post: string;
  readonly state: WorldState;
  /** Days in office, as numbers. */
  readonly from: number;
  readonly to: number;
}

/** Something that happened, or was to happen: what articles tell of. */
export interface Fact {
  readonly id: string;
  readonly type: ClaimType;
  readonly stage: Stage | null;
  readonly states: readonly WorldState[];
  readonly people: readonly WorldPerson[];
  readonly place: Forms | null;
  /** Treaty, exercise or equipment: how it is called, and its id. */
  readonly thing: { readonly id: string; readonly name: string } | null;
  /** Batch of a supply, 1…; 0 where it is not counted. */
  readonly ordinal: number;
  readonly value: number;
  /** The day on which it happened; `null` where it did not. */
  readonly day: number | null;
  readonly plan: Plan | null;
}

export interface Plan {
  readonly said: number;
  readonly from: number;
  readonly to: number;
  /** Where it was put off to, and when that was said. */
  readonly moved: { readonly said: number; readonly from: number; readonly to: number } | null;
  /** What became of it; reports follow from it. */
  readonly outcome: OutcomeStatus;
}

export interface World {
  readonly states: readonly WorldState[];
  readonly people: readonly WorldPerson[];
  readonly facts: readonly Fact[];
  /** The day on which the record is asked. */
  readonly asOf: string;
}

const firstDay = dayNumber('2023-01-10');
const lastDay = dayNumber('2025-06-01');

/** A world of eight states over two and a half years. */
export function makeWorld(seed: number): World {
  const dice = makeDice(seed);
  const states = stateStems.map((stem, i): WorldState => ({
    id: `state-${i}`,
    name: declineState(stem),
    capital: declineHard(capitals[i] ?? 'Лурвик'),
  }));
  const people = makePeople(dice, states);
  const facts = [
    ...makeTreaties(dice, states),
    ...makeMeetings(dice, states, people),
    ...makeExercises(dice, states),
    ...makeSupplies(dice, states),
    ...makeFigures(dice, states),
  ];
  return { states, people, facts, asOf: dayText(lastDay) };
}

export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(roll() * limit);
  const pick = <T>(options: readonly T[]): T => {
    const choice = options[below(options.length)];
    if (choice === undefined) throw new Error('nothing to pick from');
    return choice;
  };
  return { roll, below, pick, chance: (probability) => roll() < probability };
}

/** In each state a president, a head of government, a foreign minister, and two ministers of defence one after the other. */
function makePeople(dice: Dice, states: readonly WorldState[]): readonly WorldPerson[] {
  const posts = ['президент', 'премьер-министр', 'министр иностранных дел', 'министр обороны', 'министр обороны'];
  const used = new Set<string>();
  return states.flatMap((state) => {
    const change = firstDay + 200 + dice.below(400);
    return posts.map((post, i): WorldPerson => {
      const isWoman = dice.chance(0.25);
      let [first, last] = ['', ''];
      do {
        first = dice.pick(isWoman ? womenNames : menNames);
        last = dice.pick(isWoman ? womenSurnames : menSurnames);
      } while (used.has(`${first} ${last}`));
      used.add(`${first} ${last}`);
      const [from, to] = i === 3 ? [0, change] : i === 4 ? [change + 1, lastDay] : [0, lastDay];
      return {
        id: `person-${state.id}-${i}`,
        name: declinePerson(first, last),
        first,
        surname: last,
        isWoman,
        post,
        state,
        from,
        to,
      };
    });
  });
}

function makeTreaties(dice: Dice, states: readonly WorldState[]): readonly Fact[] {
  return treatySubjects.flatMap((subject, i) => {
    const pair = pairOf(dice, states);
    const about = /^[аэоуи]/u.test(subject) ? `об ${subject}` : `о ${subject}`;
    const thing = { id: `treaty-${i}`, name: `договор ${about}` };
    const drafted = firstDay + dice.below(300);
    const plan = makePlan(dice, drafted + 20 + dice.below(60), 60 + dice.below(90));
    const signed = dayOfOutcome(dice, plan);
    const base = { states: pair, people: [], place: null, thing, ordinal: 0, value: 0 };
    const stage = (name: Stage, day: number | null, its: Plan | null = null): Fact => ({
      ...base,
      id: `${thing.id}-${name}`,
      type: 'agreement',
      stage: name,
      day,
      plan: its,
    });
    const life = [stage('drafted', drafted), stage('signed', signed, plan)];
    const inForce = (signed ?? lastDay) + 60 + dice.below(100);
    if (inForce < lastDay - 5 && dice.chance(0.7)) life.push(stage('in-force', inForce));
    return life;
  });
}

function makeMeetings(dice: Dice, states: readonly WorldState[], people: readonly WorldPerson[]): readonly Fact[] {
  return Array.from({ length: 14 }, (_, i) => {
    const pair = pairOf(dice, states);
    const post = dice.pick(['президент', 'премьер-министр', 'министр иностранных дел', 'министр обороны']);
    let day = firstDay + dice.below(120);
    return Array.from({ length: 3 }, (_unused, n): Fact => {
      day += 45 + dice.below(150);
      const plan = dice.chance(0.5) ? makePlan(dice, day - 25 - dice.below(20), 25) : null;
      const held = plan === null ? day : dayOfOutcome(dice, plan);
      const at = held ?? plan?.from ?? day;
      const attending = pair.flatMap(
        (s) => people.find((p) => p.state === s && p.post === post && p.from <= at && at <= p.to) ?? [],
      );
      return {
        id: `meeting-${i}-${n}`,
        type: 'meeting',
        stage: null,
        states: pair,
        people: attending,
        place: dice.pick(pair).capital,
        thing: null,
        ordinal: 0,
        value: 0,
        day: held,
        plan: plan && rescheduled(plan),
      };
    });
  }).flat();
}

function makeExercises(dice: Dice, states: readonly WorldState[]): readonly Fact[] {
  return exerciseNames.flatMap((name, i) => {
    const pair = pairOf(dice, states);
    return [2023, 2024].map((year): Fact => {
      const start = dayNumber(`${year}-04-01`) + dice.below(120);
      const plan = makePlan(dice, start - 50, 50);
      return {
        id: `exercise-${i}-${year}`,
        type: 'exercise',
        stage: null,
        states: pair,
        people: [],
        place: null,
        thing: { id: `exercise-${i}-${year}`, name: `${name}-${year}` },
        ordinal: 0,
        value: 0,
        day: dayOfOutcome(dice, plan),
        plan: rescheduled(plan),
      };
    });
  });
}

function makeSupplies(dice: Dice, states: readonly WorldState[]): readonly Fact[] {
  return marks.flatMap((mark, i) => {
    const pair = pairOf(dice, states);
    const [plural = '', genitive = ''] = equipment[i] ?? [];
    const start = firstDay + 60 + dice.below(200);
    return [1, 2, 3].map((ordinal): Fact => {
      const plan = makePlan(dice, start + (ordinal - 1) * 190, 90);
      return {
        id: `supply-${i}-${ordinal}`,
        type: 'supply',
        stage: null,
        states: pair,
        people: [],
        place: null,
        thing: { id: `equipment-${i}`, name: `${plural}|${genitive}|${mark}` },
        ordinal,
        value: 3 + dice.below(9),
        day: dayOfOutcome(dice, plan),
        plan,
      };
    });
  });
}

function makeFigures(dice: Dice, states: readonly WorldState[]): readonly Fact[] {
  return Array.from({ length: 6 }, (_, i) => {
    // Every pair once: «товарооборот Арвении и Белмории» is one indicator.
    const pair = states.slice(i, i + 2);
    return [2022, 2023, 2024].map((year): Fact => ({
      id: `figure-${i}-${year}`,
      type: 'figure',
      stage: null,
      states: pair,
      people: [],
      place: null,
      thing: { id: `trade-${i}`, name: String(year) },
      ordinal: 0,
      value: (12 + dice.below(80)) * 1e8,
      day: dayNumber(`${year + 1}-02-01`) + dice.below(60),
      plan: null,
    }));
  }).flat();
}

function makePlan(dice: Dice, said: number, ahead: number): Plan {
  const to = dayOfMonthEnd(said + ahead);
  const from = dayOfMonthStart(said + ahead);
  const drawn = dice.roll();
  const outcome: OutcomeStatus =
    to > lastDay
      ? 'open'
      : drawn < 0.5
        ? 'kept'
        : drawn < 0.66
          ? 'kept-late'
          : drawn < 0.74
            ? 'broken'
            : drawn < 0.84
              ? 'cancelled'
              : 'unreported';
  const later = to + 40;
  const moved =
    outcome === 'kept-late' && dice.chance(0.5)
      ? { said: Math.max(said + 4, from - 5 + dice.below(20)), from: dayOfMonthStart(later), to: dayOfMonthEnd(later) }
      : null;
  return { said, from, to, moved, outcome };
}

/** Those who meet or exercise set another day before the first had come: held on it, nothing is late. */
function rescheduled(plan: Plan): Plan {
  return plan.moved ? { ...plan, outcome: 'kept' } : plan;
}

function dayOfOutcome(dice: Dice, plan: Plan): number | null {
  if (plan.outcome === 'kept') {
    const from = Math.max(plan.from, plan.said + 3);
    return from + dice.below(plan.to - from + 1);
  }
  if (plan.outcome !== 'kept-late') return null;
  const days = plan.moved ?? { from: plan.to + 3, to: plan.to + 14 };
  return days.from + dice.below(days.to - days.from + 1);
}

function pairOf(dice: Dice, states: readonly WorldState[]): readonly WorldState[] {
  const one = dice.pick(states);
  const other = dice.pick(states.filter((s) => s !== one));
  return [one, other];
}

function dayOfMonthStart(day: number): number {
  return dayNumber(`${dayText(day).slice(0, 7)}-01`);
}

function dayOfMonthEnd(day: number): number {
  return dayOfMonthStart(dayOfMonthStart(day) + 32) - 1;
}
