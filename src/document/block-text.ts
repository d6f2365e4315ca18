import { elementNode, textNode, type PageNode } from './page-dom.ts';

/** Elements that stand on lines of their own. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL'.split(
    ' ',
  ),
);
const silent = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG CANVAS BUTTON SELECT INPUT TEXTAREA'.split(' '),
);

/** The text of an element as a reader sees it: a line for each block and each `<br>`, cells of a row on one line. */
export function blockText(root: PageNode): string {
  const out: string[] = [];
  const walk = (node: PageNode): void => {
    if (node.nodeType === textNode) {
      out.push((node.textContent ?? '').replaceAll(/\s+/gu, ' '));
      return;
    }
    if (node.nodeType !== elementNode && node !== root) return;
    const name = node.nodeName.toUpperCase();
    if (silent.has(name)) return;
    if (name === 'BR') {
      out.push('\n');
      return;
    }
    const own = blocks.has(name);
    if (own) out.push('\n');
    for (const child of node.childNodes) walk(child);
    if (own) out.push('\n');
    else if (name === 'TD' || name === 'TH') out.push(' ');
  };
  walk(root);
  return out
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
