import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Record } from '../model/record.ts';
import { type Naming, webAddress } from './addresses.ts';

/** How much of the text before and after finds the words again in a page that has changed. */
const around = 32;

/**
 * Every claim as a W3C Web Annotation on its article: the words by quotation and by place, and what was read out of them.
 * Places are counted in code points, as the standard has it, not in UTF-16 units.
 */
export function webAnnotationsOf(record: Record, naming: Naming): object {
  const documents = new Map(record.documents.map((document) => [document.id, document]));
  const items = record.claims.flatMap((claim) => {
    const document = documents.get(claim.document);
    return document ? [annotationOf(claim, document, naming)] : [];
  });
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    id: naming('claims', ''),
    label: `Servanda, ${record.header.asOf}`,
    total: items.length,
    first: { type: 'AnnotationPage', id: naming('claims', 'all'), startIndex: 0, items },
  };
}

function annotationOf(claim: Claim, document: Document, naming: Naming): object {
  const { text } = document;
  const { start, stop } = claim.evidence;
  const before = pointsIn(text.slice(0, start));
  const body = (value: string, purpose: string) => ({ type: 'TextualBody', purpose, format: 'text/plain', value });
  return {
    id: naming('claims', claim.id),
    type: 'Annotation',
    motivation: 'identifying',
    body: [body(claim.type, 'tagging'), body(claim.status, 'tagging'), body(summaryOf(claim), 'describing')],
    target: {
      source: webAddress(document.source) ?? naming('documents', document.id),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: claim.evidence.text,
          prefix: text.slice(Math.max(0, start - around), start),
          suffix: text.slice(stop, stop + around),
        },
        { type: 'TextPositionSelector', start: before, end: before + pointsIn(claim.evidence.text) },
      ],
    },
  };
}

function summaryOf(claim: Claim): string {
  return claim.roles.map(({ role, name }) => `${role}: ${name}`).join('; ') || claim.rule;
}

function pointsIn(text: string): number {
  return [...text].length;
}
