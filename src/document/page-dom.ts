import { parseHTML } from 'linkedom';

import { limitMarkup } from './limit-markup.ts';

/** The part of the DOM that reading a page needs, as linkedom gives it. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: PageElement | null;
  readonly isConnected: boolean;
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>;
  textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  readonly className: string;
  readonly id: string;
  readonly parentElement: PageElement | null;
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>;
  readonly previousElementSibling: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & ArrayLike<PageElement>;
  closest(selector: string): PageElement | null;
  contains(other: PageNode): boolean;
  remove(): void;
  replaceWith(...nodes: (PageNode | string)[]): void;
}

export interface PageTree extends PageElement {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  readonly title: string;
  createElement(name: string): PageElement;
}

export const textNode = 3;
export const elementNode = 1;

/** Parses markup into a tree, bounded in depth and in tags. Nothing of the page is run or fetched. */
export function parsePage(html: string): PageTree {
  const bounded = limitMarkup(html);
  const whole = /<html[\s>]/iu.test(bounded) ? bounded : `<html><body>${bounded}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { readonly document: PageTree };
  return document;
}

/** The text of a node with runs of space made one. */
export function textOf(node: PageNode | null): string {
  return (node?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
}
