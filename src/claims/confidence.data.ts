import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev, fresh, long, wide, later were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.94, // 579 of 593
  position: 0.82, // 409 of 471
  agreement: 0.75, // 51 of 63
  meeting: 0.77, // 105 of 127
  exercise: 0.79, // 1 of 1
  supply: 0.79, // 8 of 9
  deployment: 0.69, // 4 of 6
  institution: 0.73, // 31 of 39
  measure: 0.84, // 233 of 261
  figure: 0.88, // 193 of 208
  event: 0.84, // 608 of 689
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.6, // 7 of 11
  'agreement.agree': 0.7, // 5 of 6
  'agreement.arrange': 0.75, // 4 of 4
  'agreement.discuss': 0.7, // 1 of 1
  'agreement.draft': 0.62, // 1 of 2
  'agreement.enter': 0.7, // 1 of 1
  'agreement.expire': 0.72, // 2 of 2
  'agreement.implement': 0.59, // 0 of 1
  'agreement.propose': 0.77, // 5 of 5
  'agreement.ratify': 0.79, // 7 of 7
  'agreement.review': 0.7, // 1 of 1
  'agreement.sign': 0.73, // 15 of 18
  'agreement.terminate': 0.52, // 0 of 2
  'agreement.violate': 0.72, // 2 of 2
  'deployment.place': 0.58, // 0 of 1
  'deployment.send': 0.68, // 4 of 5
  'event.act': 0.83, // 431 of 492
  'event.befall': 0.89, // 101 of 107
  'event.noun': 0.78, // 76 of 90
  'exercise.hold': 0.81, // 1 of 1
  'figure.movement': 0.77, // 4 of 5
  'figure.quantity': 0.88, // 189 of 203
  'institution.abolish': 0.69, // 1 of 1
  'institution.close': 0.69, // 1 of 1
  'institution.found': 0.74, // 29 of 35
  'institution.work': 0.52, // 0 of 2
  'measure.act': 0.82, // 69 of 78
  'measure.appoint': 0.78, // 35 of 41
  'measure.approve': 0.77, // 6 of 7
  'measure.give': 0.74, // 17 of 21
  'measure.grant': 0.8, // 2 of 2
  'measure.impose': 0.86, // 50 of 54
  'measure.in-force': 0.78, // 1 of 1
  'measure.noun': 0.83, // 5 of 5
  'measure.order': 0.83, // 13 of 14
  'measure.proceed': 0.87, // 10 of 10
  'measure.recognise': 0.68, // 4 of 6
  'measure.rule': 0.8, // 2 of 2
  'measure.sentence': 0.79, // 8 of 9
  'measure.verdict': 0.78, // 1 of 1
  'measure.vote': 0.87, // 10 of 10
  'meeting.arrive': 0.77, // 20 of 23
  'meeting.call': 0.53, // 0 of 2
  'meeting.discuss': 0.69, // 4 of 5
  'meeting.gather': 0.63, // 1 of 2
  'meeting.meet': 0.75, // 13 of 15
  'meeting.phone': 0.71, // 1 of 1
  'meeting.receive': 0.71, // 1 of 1
  'meeting.talks': 0.8, // 54 of 62
  'meeting.visit': 0.63, // 11 of 16
  'position.appoint': 0.73, // 17 of 21
  'position.be': 0.8, // 17 of 19
  'position.become': 0.76, // 12 of 14
  'position.beside': 0.53, // 13 of 24
  'position.copula': 0.71, // 11 of 14
  'position.go': 0.64, // 0 of 1
  'position.heads': 0.76, // 12 of 14
  'position.hold': 0.85, // 10 of 10
  'position.leave': 0.66, // 1 of 2
  'position.life': 0.8, // 4 of 4
  'position.post': 0.85, // 300 of 334
  'position.put': 0.66, // 4 of 6
  'position.replace': 0.77, // 2 of 2
  'position.stay': 0.75, // 1 of 1
  'position.take': 0.8, // 4 of 4
  'position.work-in': 0.75, // 1 of 1
  'statement.according-to': 0.89, // 63 of 67
  'statement.carried-quote': 0.92, // 6 of 6
  'statement.document': 0.94, // 15 of 15
  'statement.headline': 0.91, // 2 of 2
  'statement.speech-noun': 0.93, // 10 of 10
  'statement.turn': 0.93, // 7 of 7
  'statement.verb': 0.94, // 476 of 486
  'supply.deliver': 0.79, // 1 of 1
  'supply.delivery': 0.76, // 5 of 6
  'supply.send': 0.8, // 2 of 2
};
