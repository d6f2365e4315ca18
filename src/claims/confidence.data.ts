import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev, fresh, long were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.96, // 403 of 411
  position: 0.81, // 241 of 282
  agreement: 0.75, // 37 of 44
  meeting: 0.79, // 95 of 112
  exercise: 0.72, // 1 of 1
  supply: 0.74, // 8 of 9
  deployment: 0.61, // 4 of 6
  institution: 0.68, // 18 of 23
  measure: 0.88, // 150 of 162
  figure: 0.91, // 111 of 116
  event: 0.78, // 346 of 426
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.62, // 6 of 8
  'agreement.agree': 0.62, // 3 of 4
  'agreement.arrange': 0.73, // 4 of 4
  'agreement.discuss': 0.66, // 1 of 1
  'agreement.draft': 0.66, // 1 of 1
  'agreement.enter': 0.66, // 1 of 1
  'agreement.implement': 0.52, // 0 of 1
  'agreement.propose': 0.68, // 2 of 2
  'agreement.ratify': 0.77, // 7 of 7
  'agreement.review': 0.66, // 1 of 1
  'agreement.sign': 0.68, // 10 of 12
  'agreement.violate': 0.56, // 1 of 2
  'deployment.place': 0.46, // 0 of 1
  'deployment.send': 0.6, // 4 of 5
  'event.act': 0.77, // 229 of 280
  'event.befall': 0.78, // 57 of 66
  'event.noun': 0.67, // 60 of 80
  'exercise.hold': 0.73, // 1 of 1
  'figure.movement': 0.86, // 3 of 3
  'figure.quantity': 0.92, // 108 of 113
  'institution.close': 0.61, // 1 of 1
  'institution.found': 0.64, // 17 of 22
  'measure.act': 0.87, // 47 of 50
  'measure.appoint': 0.83, // 15 of 16
  'measure.approve': 0.81, // 3 of 3
  'measure.give': 0.72, // 13 of 16
  'measure.grant': 0.78, // 1 of 1
  'measure.impose': 0.82, // 35 of 39
  'measure.in-force': 0.78, // 1 of 1
  'measure.noun': 0.82, // 4 of 4
  'measure.order': 0.87, // 9 of 9
  'measure.proceed': 0.82, // 4 of 4
  'measure.recognise': 0.72, // 4 of 5
  'measure.rule': 0.8, // 2 of 2
  'measure.verdict': 0.78, // 1 of 1
  'measure.vote': 0.88, // 11 of 11
  'meeting.arrive': 0.77, // 19 of 21
  'meeting.call': 0.45, // 0 of 2
  'meeting.discuss': 0.75, // 5 of 5
  'meeting.gather': 0.56, // 1 of 2
  'meeting.meet': 0.69, // 10 of 12
  'meeting.phone': 0.66, // 1 of 1
  'meeting.receive': 0.66, // 1 of 1
  'meeting.talks': 0.8, // 47 of 53
  'meeting.visit': 0.62, // 11 of 15
  'position.appoint': 0.7, // 7 of 8
  'position.be': 0.73, // 9 of 10
  'position.become': 0.77, // 6 of 6
  'position.beside': 0.47, // 8 of 15
  'position.copula': 0.59, // 7 of 10
  'position.go': 0.53, // 0 of 1
  'position.heads': 0.69, // 6 of 7
  'position.hold': 0.73, // 4 of 4
  'position.leave': 0.56, // 1 of 2
  'position.post': 0.85, // 189 of 212
  'position.put': 0.4, // 0 of 3
  'position.stay': 0.67, // 1 of 1
  'position.take': 0.71, // 3 of 3
  'statement.according-to': 0.87, // 47 of 51
  'statement.carried-quote': 0.91, // 2 of 2
  'statement.document': 0.95, // 11 of 11
  'statement.headline': 0.91, // 2 of 2
  'statement.speech-noun': 0.94, // 9 of 9
  'statement.turn': 0.93, // 7 of 7
  'statement.verb': 0.98, // 325 of 329
  'supply.deliver': 0.72, // 1 of 1
  'supply.delivery': 0.7, // 5 of 6
  'supply.send': 0.74, // 2 of 2
};
