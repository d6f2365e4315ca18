import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev, fresh, long, wide, later were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.93, // 597 of 615
  position: 0.83, // 411 of 472
  agreement: 0.71, // 48 of 62
  meeting: 0.75, // 106 of 132
  exercise: 0.79, // 1 of 1
  supply: 0.8, // 8 of 9
  deployment: 0.7, // 5 of 7
  institution: 0.74, // 32 of 40
  measure: 0.84, // 279 of 316
  figure: 0.88, // 193 of 208
  event: 0.86, // 603 of 671
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.58, // 7 of 11
  'agreement.agree': 0.68, // 5 of 6
  'agreement.arrange': 0.73, // 4 of 4
  'agreement.discuss': 0.66, // 1 of 1
  'agreement.draft': 0.59, // 1 of 2
  'agreement.enter': 0.66, // 1 of 1
  'agreement.expire': 0.69, // 2 of 2
  'agreement.implement': 0.48, // 1 of 4
  'agreement.propose': 0.74, // 5 of 5
  'agreement.ratify': 0.77, // 7 of 7
  'agreement.review': 0.66, // 1 of 1
  'agreement.sign': 0.67, // 11 of 14
  'agreement.terminate': 0.49, // 0 of 2
  'agreement.violate': 0.69, // 2 of 2
  'deployment.place': 0.59, // 0 of 1
  'deployment.send': 0.7, // 5 of 6
  'event.act': 0.85, // 416 of 465
  'event.befall': 0.9, // 101 of 106
  'event.noun': 0.8, // 86 of 100
  'exercise.hold': 0.81, // 1 of 1
  'figure.movement': 0.77, // 4 of 5
  'figure.quantity': 0.88, // 189 of 203
  'institution.abolish': 0.7, // 1 of 1
  'institution.arise': 0.7, // 1 of 1
  'institution.close': 0.7, // 1 of 1
  'institution.found': 0.74, // 29 of 35
  'institution.work': 0.52, // 0 of 2
  'measure.accuse': 0.62, // 4 of 7
  'measure.accused': 0.73, // 4 of 5
  'measure.act': 0.81, // 72 of 82
  'measure.appoint': 0.78, // 36 of 42
  'measure.approve': 0.76, // 6 of 7
  'measure.custody': 0.77, // 1 of 1
  'measure.dismiss': 0.8, // 3 of 3
  'measure.give': 0.77, // 17 of 20
  'measure.grant': 0.79, // 2 of 2
  'measure.impose': 0.85, // 59 of 64
  'measure.lay-down': 0.65, // 0 of 1
  'measure.noun': 0.82, // 5 of 5
  'measure.of-authority': 0.83, // 24 of 26
  'measure.order': 0.86, // 10 of 10
  'measure.proceed': 0.86, // 10 of 10
  'measure.recognise': 0.65, // 3 of 5
  'measure.rule': 0.79, // 2 of 2
  'measure.sentence': 0.73, // 8 of 10
  'measure.verdict': 0.77, // 1 of 1
  'measure.vote': 0.81, // 12 of 13
  'meeting.arrive': 0.74, // 21 of 25
  'meeting.call': 0.51, // 0 of 2
  'meeting.discuss': 0.67, // 4 of 5
  'meeting.exchange': 0.68, // 1 of 1
  'meeting.gather': 0.6, // 1 of 2
  'meeting.meet': 0.69, // 12 of 15
  'meeting.phone': 0.68, // 1 of 1
  'meeting.receive': 0.68, // 1 of 1
  'meeting.ring': 0.57, // 0 of 1
  'meeting.talks': 0.78, // 54 of 63
  'meeting.visit': 0.62, // 11 of 16
  'position.appoint': 0.74, // 18 of 22
  'position.be': 0.8, // 17 of 19
  'position.become': 0.75, // 11 of 13
  'position.beside': 0.61, // 23 of 35
  'position.copula': 0.7, // 10 of 13
  'position.free': 0.76, // 1 of 1
  'position.go': 0.64, // 0 of 1
  'position.heads': 0.74, // 10 of 12
  'position.hold': 0.85, // 10 of 10
  'position.leave': 0.67, // 1 of 2
  'position.life': 0.8, // 4 of 4
  'position.post': 0.86, // 297 of 328
  'position.put': 0.54, // 1 of 4
  'position.replace': 0.77, // 2 of 2
  'position.stay': 0.76, // 1 of 1
  'position.take': 0.8, // 4 of 4
  'position.work-in': 0.76, // 1 of 1
  'statement.according-to': 0.9, // 64 of 67
  'statement.carried-quote': 0.92, // 7 of 7
  'statement.document': 0.94, // 18 of 18
  'statement.headline': 0.9, // 2 of 2
  'statement.heard': 0.9, // 3 of 3
  'statement.refusal': 0.81, // 4 of 5
  'statement.speech-noun': 0.94, // 18 of 18
  'statement.turn': 0.92, // 7 of 7
  'statement.verb': 0.93, // 474 of 488
  'supply.deliver': 0.79, // 1 of 1
  'supply.delivery': 0.76, // 5 of 6
  'supply.send': 0.8, // 2 of 2
};
