import { tagDocument } from '../../src/language/ru/mentions/tag-spans.ts';
import type { TaggerHead, TaggerModel } from '../../src/language/ru/mentions/tagger-model.ts';
import type { WordForms } from '../../src/language/ru/mentions/word-forms.ts';
import { flatHead, nestedHeads, spansOfHead } from './labels.ts';
import type { TrainingDocument } from './read-documents.ts';

const steps = [0, 0.3, 0.6, 0.9, 1.2, 1.6, 2, 2.5, 3] as const;

/**
 * What to take off each head's O so that exact spans of `documents` score best: a CRF trained for likelihood leaves too much
 * outside. Gives a number for each head by name. The documents are for tuning, not for training.
 */
export function balanceHeads(
  model: TaggerModel,
  forms: WordForms,
  documents: readonly TrainingDocument[],
  domain: number,
): ReadonlyMap<string, number> {
  const best = new Map<string, { readonly bias: number; readonly f1: number }>();
  for (const bias of steps) {
    const biased = { ...model, heads: model.heads.map((head) => lowerOutside(head, bias)) };
    for (const [name, f1] of scoreHeads(biased, forms, documents, domain)) {
      if (f1 > (best.get(name)?.f1 ?? -1)) best.set(name, { bias, f1 });
    }
  }
  return new Map([...best].map(([name, { bias }]) => [name, bias]));
}

/** Takes `bias` off every way into O. */
export function lowerOutside<T extends Pick<TaggerHead, 'transitions' | 'first'>>(head: T, bias: number): T {
  const labels = head.first.length;
  return {
    ...head,
    transitions: head.transitions.map((value, i) => (i % labels === 0 ? value - bias : value)),
    first: head.first.map((value, label) => (label === 0 ? value - bias : value)),
  };
}

function scoreHeads(
  model: TaggerModel,
  forms: WordForms,
  documents: readonly TrainingDocument[],
  domain: number,
): ReadonlyMap<string, number> {
  const counts = new Map([flatHead, ...nestedHeads].map((plan) => [plan.name, { right: 0, gold: 0, found: 0 }]));
  for (const document of documents) {
    const gold = new Map(
      [flatHead, ...nestedHeads].map((plan) => {
        const spans = spansOfHead(plan, plan === flatHead ? document.flat : document.spans);
        return [plan.name, new Set(spans.map((span) => `${span.start} ${span.stop} ${span.label}`))];
      }),
    );
    for (const [name, spans] of gold) (counts.get(name) ?? { gold: 0 }).gold += spans.size;
    for (const span of tagDocument(model, forms, document.sentences, domain, () => true)) {
      const tokens = document.sentences[span.sentence] ?? [];
      const count = counts.get(span.head);
      if (!count) continue;
      count.found++;
      const key = `${tokens[span.from]?.start ?? 0} ${tokens[span.to - 1]?.stop ?? 0} ${span.type}`;
      if (gold.get(span.head)?.has(key)) count.right++;
    }
  }
  return new Map(
    [...counts].map(([name, { right, gold, found }]) => [name, gold + found === 0 ? 0 : (2 * right) / (gold + found)]),
  );
}
