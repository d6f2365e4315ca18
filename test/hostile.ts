import { parseHTML } from 'linkedom';

/** Texts that a saved page, a feed or a name in it may carry. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
  '</blockquote></main><form action=//evil.example>',
  '<a href="javascript:alert(1)">да</a>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<meta http-equiv=refresh content=0;url=//evil.example>',
  '<!--',
  ']]><![CDATA[',
  '&lt;script&gt;&#x6a;avascript',
  '${alert(1)} {{constructor}} <%= 1 %>',
  '\u202Eподписан\u202C \u2066скрыт\u2069',
  'до\u0000после\u0008\u001B[31m',
  '\uD800 одинокий суррогат',
  '../../etc/passwd?a=1&b=2#c',
  '%0d%0aSet-Cookie: a=b',
];

/** Elements and the names of their attributes, in order: what a page is made of, whatever it says. */
export function skeletonOf(markup: string): string {
  const { document } = parseHTML(markup);
  return [...document.querySelectorAll('*')]
    .map((element) => `${element.tagName}[${[...element.attributes].map(({ name }) => name).join(' ')}]`)
    .join('\n');
}
