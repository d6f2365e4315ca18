import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev and fresh were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.97, // 330 of 335
  position: 0.85, // 201 of 225
  agreement: 0.79, // 29 of 33
  meeting: 0.77, // 73 of 87
  exercise: 0.74, // 1 of 1
  supply: 0.66, // 6 of 8
  deployment: 0.62, // 4 of 6
  institution: 0.71, // 17 of 21
  measure: 0.89, // 105 of 112
  figure: 0.85, // 83 of 91
  event: 0.79, // 254 of 306
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.6, // 4 of 6
  'agreement.agree': 0.73, // 2 of 2
  'agreement.arrange': 0.75, // 3 of 3
  'agreement.discuss': 0.71, // 1 of 1
  'agreement.propose': 0.73, // 2 of 2
  'agreement.ratify': 0.81, // 7 of 7
  'agreement.sign': 0.69, // 9 of 11
  'agreement.violate': 0.71, // 1 of 1
  'deployment.place': 0.6, // 1 of 1
  'deployment.send': 0.52, // 3 of 5
  'event.act': 0.78, // 169 of 204
  'event.befall': 0.78, // 42 of 48
  'event.noun': 0.7, // 43 of 54
  'exercise.hold': 0.75, // 1 of 1
  'figure.movement': 0.77, // 2 of 2
  'figure.quantity': 0.85, // 81 of 89
  'institution.abolish': 0.64, // 1 of 1
  'institution.found': 0.67, // 16 of 20
  'measure.act': 0.84, // 24 of 26
  'measure.appoint': 0.83, // 14 of 15
  'measure.approve': 0.84, // 4 of 4
  'measure.decide': 0.71, // 3 of 4
  'measure.give': 0.75, // 11 of 13
  'measure.grant': 0.8, // 1 of 1
  'measure.impose': 0.89, // 26 of 27
  'measure.in-force': 0.8, // 1 of 1
  'measure.order': 0.87, // 7 of 7
  'measure.proceed': 0.8, // 1 of 1
  'measure.recognise': 0.83, // 3 of 3
  'measure.rule': 0.81, // 2 of 2
  'measure.vote': 0.88, // 8 of 8
  'meeting.arrive': 0.7, // 11 of 13
  'meeting.call': 0.44, // 0 of 2
  'meeting.discuss': 0.72, // 4 of 4
  'meeting.gather': 0.55, // 1 of 2
  'meeting.meet': 0.77, // 7 of 7
  'meeting.phone': 0.65, // 1 of 1
  'meeting.receive': 0.65, // 1 of 1
  'meeting.talks': 0.76, // 41 of 48
  'meeting.visit': 0.63, // 7 of 9
  'position.appoint': 0.74, // 7 of 8
  'position.be': 0.75, // 8 of 9
  'position.become': 0.81, // 6 of 6
  'position.beside': 0.65, // 12 of 16
  'position.copula': 0.65, // 6 of 8
  'position.go': 0.58, // 0 of 1
  'position.heads': 0.77, // 3 of 3
  'position.hold': 0.77, // 3 of 3
  'position.leave': 0.61, // 1 of 2
  'position.post': 0.88, // 152 of 164
  'position.put': 0.53, // 1 of 3
  'position.take': 0.75, // 2 of 2
  'statement.according-to': 0.93, // 38 of 39
  'statement.carried-quote': 0.92, // 3 of 3
  'statement.document': 0.95, // 11 of 11
  'statement.headline': 0.92, // 2 of 2
  'statement.speech-noun': 0.94, // 8 of 8
  'statement.turn': 0.94, // 7 of 7
  'statement.verb': 0.97, // 261 of 265
  'supply.deliver': 0.63, // 1 of 1
  'supply.delivery': 0.65, // 5 of 6
  'supply.receive': 0.5, // 0 of 1
};
