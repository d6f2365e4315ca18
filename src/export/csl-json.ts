import type { Document } from '../model/document.ts';
import type { Record } from '../model/record.ts';
import type { Day, DayRange } from '../model/time.ts';
import { webAddress } from './addresses.ts';

/** The articles of the record as CSL-JSON, which Zotero and pandoc cite from. A day that is not certain stays as wide as it is. */
export function cslJsonOf(record: Record): readonly object[] {
  return record.documents.map(itemOf);
}

function itemOf({ id, title, outlet, source, published, language, capture }: Document): object {
  const issued = published && dateOf(published);
  const address = webAddress(source);
  return {
    id,
    type: 'article-newspaper',
    language,
    ...(title !== null && { title }),
    ...(outlet !== null && { 'container-title': outlet }),
    ...(issued && { issued }),
    ...(address !== null && { URL: address, accessed: { 'date-parts': [partsOf(capture.at.slice(0, 10))] } }),
  };
}

function dateOf({ from, to }: DayRange): object | null {
  const first = from ?? to;
  if (first === null) return null;
  const last = to ?? first;
  return { 'date-parts': first === last ? [partsOf(first)] : [partsOf(first), partsOf(last)] };
}

function partsOf(day: Day): readonly number[] {
  return day.split('-').map(Number);
}
