import type { Claim, ClaimType, RoleName } from '../model/claim.ts';

/** Somebody comes into an office or leaves it: «X назначат министром», «X возглавил банк», «X уволен», «X подаст в отставку». */
export interface Turn {
  readonly way: 'in' | 'out';
  /** The entity of who comes or goes. */
  readonly who: string;
}

/** The turn of office of one person that a claim tells, of whatever type it is; `null` for all else. */
export function turnOf(claim: Claim): Turn | null {
  const people = claim.roles.filter((r) => r.role === whoTurns[claim.type] && r.type === 'person' && r.entity !== null);
  const who = people[0]?.entity;
  if (!who || people.length > 1) return null;
  const way = wayOf(claim);
  return way && { way, who };
}

/** Who is appointed or dismissed is the target of a measure; who takes an office or leaves it is the actor of an event. */
const whoTurns: Readonly<{ [type in ClaimType]?: RoleName }> = {
  position: 'person',
  measure: 'target',
  event: 'actor',
};

function wayOf(claim: Claim): Turn['way'] | null {
  const text = claim.evidence.text;
  switch (claim.type) {
    case 'position':
      if (claim.tense === 'new') return cameIn.test(text) ? 'in' : null;
      return claim.tense === 'former' && (leaving.test(text) || dismissing.test(text)) ? 'out' : null;
    case 'measure':
      return dismissing.test(text) ? 'out' : appointing.test(text) ? 'in' : null;
    case 'event':
      return leaving.test(text) ? 'out' : entering.test(text) ? 'in' : null;
    default:
      return null;
  }
}

// «назначит Лосского», «будет утверждён на посту»
const appointing = /(?<!\p{L})(?:назнач|утвер[дж]\p{L}{1,6} (?:на|в) (?:посту?|должност))/iu;
// «стал послом», «избран главой», not «станет послом»
const cameIn = /(?<!\p{L})(?:стал\p{L}?|назнач(?:ен|ил)\p{L}?|избран\p{L}?|возглавил\p{L}?|занял\p{L}?)(?!\p{L})/iu;
// «возглавит банк», «займёт пост»
const entering =
  /(?<!\p{L})(?:возглави[тл]|(?:займ[её]т|занял\p{L}?|вступи[тл]\p{L}?) (?:на |в )?(?:пост|должность))/iu;
// «уволит», «отправлен в отставку», «освобождён от должности»
const dismissing = /(?<!\p{L})(?:увол(?:ен|и|ьн)|отставк|освобо\p{L}{1,6} (?:от|с) (?:должности|поста|обязанностей))/iu;
// «уходит в отставку», «покинет пост», «отречётся от престола», «сложит полномочия»
const leaving =
  /(?<!\p{L})(?:в отставку|отр[её](?:к|ч)\p{L}{0,4}ся|(?:покин|покид|остав)\p{L}{1,4} (?:свой |этот )?(?:пост|должность)|сложи\p{L}{0,2} (?:с себя )?полномочия|уход\p{L}{0,2} с поста)/iu;
