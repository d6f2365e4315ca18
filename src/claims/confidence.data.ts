import type { ClaimType } from '../model/claim.ts';

// Made by `npm run -s eval -- confidence --write`; do not edit. Beside each row, how many of the claims that were found in
// the annotated articles of dev, fresh, long, wide, later were right; eval/fit-confidence.ts tells how the confidence follows.

export const confidenceOfTypes: Readonly<Record<ClaimType, number>> = {
  statement: 0.93, // 600 of 618
  position: 0.82, // 418 of 482
  agreement: 0.71, // 47 of 61
  meeting: 0.76, // 104 of 127
  exercise: 0.8, // 1 of 1
  supply: 0.8, // 8 of 9
  deployment: 0.7, // 5 of 7
  institution: 0.77, // 32 of 38
  measure: 0.85, // 255 of 285
  figure: 0.87, // 193 of 209
  event: 0.78, // 0 of 0
};

export const confidenceOfRules: Readonly<Record<string, number>> = {
  'agreement.adopt': 0.58, // 7 of 11
  'agreement.agree': 0.68, // 5 of 6
  'agreement.arrange': 0.72, // 4 of 4
  'agreement.discuss': 0.66, // 1 of 1
  'agreement.draft': 0.58, // 1 of 2
  'agreement.enter': 0.66, // 1 of 1
  'agreement.expire': 0.68, // 2 of 2
  'agreement.implement': 0.48, // 1 of 4
  'agreement.propose': 0.74, // 5 of 5
  'agreement.ratify': 0.75, // 6 of 6
  'agreement.review': 0.66, // 1 of 1
  'agreement.sign': 0.67, // 11 of 14
  'agreement.terminate': 0.49, // 0 of 2
  'agreement.violate': 0.68, // 2 of 2
  'deployment.place': 0.59, // 0 of 1
  'deployment.send': 0.71, // 5 of 6
  'exercise.hold': 0.81, // 1 of 1
  'figure.movement': 0.79, // 6 of 7
  'figure.quantity': 0.88, // 187 of 202
  'institution.abolish': 0.74, // 1 of 1
  'institution.arise': 0.74, // 1 of 1
  'institution.close': 0.74, // 1 of 1
  'institution.found': 0.77, // 29 of 34
  'institution.work': 0.62, // 0 of 1
  'measure.accuse': 0.63, // 4 of 7
  'measure.accused': 0.74, // 4 of 5
  'measure.act': 0.84, // 73 of 81
  'measure.appoint': 0.83, // 36 of 40
  'measure.approve': 0.74, // 4 of 5
  'measure.custody': 0.79, // 1 of 1
  'measure.dismiss': 0.81, // 3 of 3
  'measure.give': 0.77, // 17 of 20
  'measure.grant': 0.8, // 2 of 2
  'measure.impose': 0.87, // 59 of 63
  'measure.lay-down': 0.67, // 0 of 1
  'measure.noun': 0.83, // 5 of 5
  'measure.order': 0.87, // 10 of 10
  'measure.proceed': 0.87, // 10 of 10
  'measure.recognise': 0.66, // 3 of 5
  'measure.rule': 0.8, // 2 of 2
  'measure.sentence': 0.74, // 8 of 10
  'measure.uphold': 0.79, // 1 of 1
  'measure.verdict': 0.79, // 1 of 1
  'measure.vote': 0.82, // 12 of 13
  'meeting.arrive': 0.77, // 20 of 23
  'meeting.call': 0.52, // 0 of 2
  'meeting.discuss': 0.69, // 4 of 5
  'meeting.exchange': 0.7, // 1 of 1
  'meeting.gather': 0.7, // 1 of 1
  'meeting.meet': 0.7, // 12 of 15
  'meeting.phone': 0.7, // 1 of 1
  'meeting.receive': 0.7, // 1 of 1
  'meeting.ring': 0.59, // 0 of 1
  'meeting.talks': 0.79, // 53 of 61
  'meeting.visit': 0.62, // 11 of 16
  'position.appoint': 0.77, // 18 of 21
  'position.be': 0.8, // 17 of 19
  'position.become': 0.75, // 11 of 13
  'position.beside': 0.61, // 21 of 32
  'position.confirm-in': 0.64, // 0 of 1
  'position.copula': 0.7, // 10 of 13
  'position.free': 0.75, // 1 of 1
  'position.go': 0.56, // 0 of 2
  'position.heads': 0.76, // 12 of 14
  'position.hold': 0.85, // 11 of 11
  'position.leave': 0.66, // 1 of 2
  'position.life': 0.8, // 4 of 4
  'position.post': 0.85, // 299 of 332
  'position.put': 0.54, // 3 of 7
  'position.replace': 0.77, // 2 of 2
  'position.replaced': 0.75, // 1 of 1
  'position.serve': 0.75, // 1 of 1
  'position.stay': 0.75, // 1 of 1
  'position.take': 0.8, // 4 of 4
  'position.work-in': 0.75, // 1 of 1
  'statement.according-to': 0.9, // 65 of 68
  'statement.carried-quote': 0.92, // 7 of 7
  'statement.document': 0.94, // 19 of 19
  'statement.headline': 0.9, // 2 of 2
  'statement.heard': 0.91, // 3 of 3
  'statement.refusal': 0.81, // 4 of 5
  'statement.speech-noun': 0.94, // 19 of 19
  'statement.turn': 0.92, // 7 of 7
  'statement.verb': 0.93, // 474 of 488
  'supply.deliver': 0.79, // 1 of 1
  'supply.delivery': 0.76, // 5 of 6
  'supply.send': 0.8, // 2 of 2
};
