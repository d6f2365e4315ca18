import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev and fresh were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.97, // 302 of 307
  position: 0.87, // 163 of 182
  agreement: 0.79, // 30 of 36
  meeting: 0.77, // 61 of 76
  exercise: 0.81, // 1 of 1
  supply: 0.79, // 6 of 7
  deployment: 0.71, // 4 of 6
  institution: 0.76, // 16 of 20
  measure: 0.86, // 87 of 98
  figure: 0.83, // 73 of 85
  event: 0.79, // 190 of 234
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.67, // 4 of 6
  'agreement.agree': 0.77, // 2 of 2
  'agreement.arrange': 0.79, // 3 of 3
  'agreement.discuss': 0.75, // 1 of 1
  'agreement.draft': 0.64, // 0 of 1
  'agreement.implement': 0.67, // 1 of 2
  'agreement.propose': 0.77, // 2 of 2
  'agreement.ratify': 0.84, // 7 of 7
  'agreement.sign': 0.8, // 9 of 10
  'agreement.violate': 0.67, // 1 of 2
  'deployment.place': 0.71, // 1 of 1
  'deployment.send': 0.62, // 3 of 5
  'event.act': 0.77, // 132 of 165
  'event.befall': 0.82, // 36 of 41
  'event.noun': 0.73, // 22 of 28
  'exercise.hold': 0.82, // 1 of 1
  'figure.movement': 0.79, // 2 of 2
  'figure.quantity': 0.82, // 71 of 83
  'institution.abolish': 0.74, // 1 of 1
  'institution.found': 0.73, // 15 of 19
  'measure.act': 0.76, // 20 of 25
  'measure.appoint': 0.82, // 9 of 10
  'measure.approve': 0.81, // 1 of 1
  'measure.decide': 0.78, // 5 of 6
  'measure.give': 0.79, // 11 of 13
  'measure.grant': 0.82, // 2 of 2
  'measure.impose': 0.89, // 21 of 22
  'measure.order': 0.82, // 8 of 9
  'measure.rule': 0.82, // 2 of 2
  'measure.vote': 0.88, // 8 of 8
  'meeting.arrive': 0.74, // 10 of 12
  'meeting.call': 0.54, // 0 of 2
  'meeting.discuss': 0.76, // 3 of 3
  'meeting.meet': 0.79, // 5 of 5
  'meeting.receive': 0.72, // 1 of 1
  'meeting.talks': 0.74, // 35 of 44
  'meeting.visit': 0.7, // 7 of 9
  'position.appoint': 0.81, // 7 of 8
  'position.be': 0.88, // 7 of 7
  'position.become': 0.86, // 5 of 5
  'position.beside': 0.74, // 10 of 13
  'position.copula': 0.67, // 2 of 4
  'position.go': 0.7, // 0 of 1
  'position.heads': 0.83, // 2 of 2
  'position.leave': 0.82, // 1 of 1
  'position.post': 0.9, // 127 of 138
  'position.put': 0.7, // 0 of 1
  'position.take': 0.83, // 2 of 2
  'statement.according-to': 0.92, // 36 of 38
  'statement.carried-quote': 0.95, // 3 of 3
  'statement.document': 0.97, // 10 of 10
  'statement.headline': 0.95, // 2 of 2
  'statement.speech-noun': 0.96, // 8 of 8
  'statement.turn': 0.96, // 7 of 7
  'statement.verb': 0.98, // 236 of 239
  'supply.deliver': 0.79, // 1 of 1
  'supply.delivery': 0.77, // 5 of 6
};
