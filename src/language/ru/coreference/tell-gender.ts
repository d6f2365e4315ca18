import type { Mention } from '../../analysis.ts';
import type { Draft, Resolution } from './drafts.ts';
import { headAt, headOf, tokensBeside } from './drafts.ts';
import { kinNouns } from '../mentions/nouns.data.ts';
import { genderIn, type Gender } from '../names/person-name.ts';
import { genderByName } from './join-people.ts';

/**
 * Whether a person is a man or a woman, by what the text says of her («Ренн заявила», «певица Ренн») where the name itself
 * does not tell. What the parser reads into a foreign name is only the last resort.
 */
export function tellGenders(it: Resolution): void {
  for (const draft of it.drafts) {
    if (draft.person === null) continue;
    const votes = votesFor(it, draft);
    const lead = votes.Fem - votes.Masc;
    if (Math.abs(lead) < (genderByName(it, draft.person) === null ? 1 : surelySaid)) continue;
    draft.gender = lead > 0 ? 'Fem' : 'Masc';
    draft.isGenderGuessed = false;
  }
}

/** A first name that the dictionary has for men only may be a woman's abroad: «Эшли заявила … Эшли уехала». */
const surelySaid = 2;

function votesFor(it: Resolution, draft: Draft): Readonly<Record<Gender, number>> {
  const votes = { Masc: 0, Fem: 0 };
  for (const i of draft.mentions) {
    const mention = it.mentions[i];
    if (!mention) continue;
    const gender = genderSaid(it, mention);
    if (gender !== null) votes[gender]++;
    if (isCalledWoman(it, mention)) votes.Fem += surelySaid;
  }
  for (const { mention } of draft.posts) {
    // A post in the masculine may be a woman's: «министр Анна Дубова».
    if (headAt(it, mention)?.features.gender === 'Fem') votes.Fem++;
  }
  return votes;
}

/** «ее сестра Винус Хольт»: one of the women of a family. */
function isCalledWoman(it: Resolution, mention: Mention): boolean {
  const name = headOf(it, mention);
  const noun = tokensBeside(it, mention)[name?.head ?? -1];
  const isBeside = name !== undefined && noun !== undefined && /^(?:appos|flat)/u.test(name.relation);
  return isBeside && kinNouns.has(noun.lemma) && noun.features.gender === 'Fem';
}

/** The gender of the verb in the past, the participle or the adjective («готова») whose subject the mention is. */
export function genderSaid(it: Resolution, mention: Mention): Gender | null {
  const tokens = tokensBeside(it, mention);
  const head = headOf(it, mention);
  if (!head?.relation.startsWith('nsubj')) return null;
  const said = tokens[head.head];
  if ((said?.pos !== 'VERB' && said?.pos !== 'ADJ') || said.features.number !== 'Sing') return null;
  return genderIn(said.features);
}
