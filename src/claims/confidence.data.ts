import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev and fresh were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.96, // 332 of 339
  position: 0.85, // 205 of 230
  agreement: 0.76, // 30 of 35
  meeting: 0.78, // 74 of 87
  exercise: 0.73, // 1 of 1
  supply: 0.66, // 6 of 8
  deployment: 0.59, // 3 of 5
  institution: 0.71, // 17 of 21
  measure: 0.87, // 106 of 115
  figure: 0.84, // 84 of 93
  event: 0.79, // 259 of 311
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.59, // 4 of 6
  'agreement.agree': 0.71, // 2 of 2
  'agreement.arrange': 0.73, // 3 of 3
  'agreement.discuss': 0.68, // 1 of 1
  'agreement.draft': 0.68, // 1 of 1
  'agreement.propose': 0.71, // 2 of 2
  'agreement.ratify': 0.79, // 7 of 7
  'agreement.sign': 0.68, // 9 of 11
  'agreement.violate': 0.58, // 1 of 2
  'deployment.place': 0.58, // 1 of 1
  'deployment.send': 0.47, // 2 of 4
  'event.act': 0.78, // 173 of 209
  'event.befall': 0.8, // 43 of 48
  'event.noun': 0.7, // 43 of 54
  'exercise.hold': 0.75, // 1 of 1
  'figure.movement': 0.76, // 2 of 2
  'figure.quantity': 0.84, // 82 of 91
  'institution.abolish': 0.64, // 1 of 1
  'institution.found': 0.67, // 16 of 20
  'measure.act': 0.84, // 26 of 28
  'measure.appoint': 0.76, // 13 of 15
  'measure.approve': 0.82, // 4 of 4
  'measure.decide': 0.79, // 2 of 2
  'measure.give': 0.69, // 11 of 14
  'measure.grant': 0.77, // 1 of 1
  'measure.impose': 0.88, // 26 of 27
  'measure.in-force': 0.77, // 1 of 1
  'measure.order': 0.85, // 7 of 7
  'measure.proceed': 0.77, // 1 of 1
  'measure.recognise': 0.69, // 3 of 4
  'measure.rule': 0.79, // 2 of 2
  'measure.vote': 0.87, // 9 of 9
  'meeting.arrive': 0.74, // 10 of 11
  'meeting.call': 0.45, // 0 of 2
  'meeting.discuss': 0.73, // 4 of 4
  'meeting.gather': 0.56, // 1 of 2
  'meeting.meet': 0.7, // 7 of 8
  'meeting.phone': 0.66, // 1 of 1
  'meeting.receive': 0.66, // 1 of 1
  'meeting.talks': 0.78, // 42 of 48
  'meeting.visit': 0.66, // 8 of 10
  'position.appoint': 0.73, // 7 of 8
  'position.be': 0.76, // 9 of 10
  'position.become': 0.79, // 5 of 5
  'position.beside': 0.58, // 10 of 15
  'position.copula': 0.67, // 7 of 9
  'position.go': 0.57, // 0 of 1
  'position.heads': 0.78, // 4 of 4
  'position.hold': 0.76, // 3 of 3
  'position.leave': 0.61, // 1 of 2
  'position.post': 0.89, // 157 of 168
  'position.put': 0.43, // 0 of 3
  'position.take': 0.74, // 2 of 2
  'statement.according-to': 0.93, // 38 of 39
  'statement.carried-quote': 0.91, // 3 of 3
  'statement.document': 0.94, // 11 of 11
  'statement.headline': 0.9, // 2 of 2
  'statement.speech-noun': 0.93, // 8 of 8
  'statement.turn': 0.93, // 7 of 7
  'statement.verb': 0.96, // 263 of 269
  'supply.deliver': 0.63, // 1 of 1
  'supply.delivery': 0.65, // 5 of 6
  'supply.receive': 0.5, // 0 of 1
};
