import assert from 'node:assert/strict';
import { test } from 'node:test';

import { html, short } from './html.ts';

test('what a document says is text, also where it looks like markup', () => {
  const hostile = `<script>alert(1)</script>" onload='x' &amp;`;
  assert.equal(
    String(html`<p title="${hostile}">${hostile}</p>`),
    '<p title="&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;">&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;</p>',
  );
});

test('characters that steer a display show as boxes; tab and line end stay', () => {
  const steering = [
    '\u0000',
    '\u0008',
    '\u001B',
    '\u007F',
    '\u0085',
    '\u200E',
    '\u200F',
    '\u061C',
    '\u202A',
    '\u202E',
    '\u2066',
    '\u2069',
    '\uFEFF',
  ];
  assert.equal(String(html`${steering.join('')}`), '□'.repeat(steering.length));
  assert.equal(String(html`${['a\tb\nc']}`), 'a\tb\nc');
});

test('markup goes into markup as it is; nothing stands for nothing', () => {
  assert.equal(String(html`${[html`<b>${1}</b>`, null, undefined, false]}`), '<b>1</b>');
});

test('long text is cut at a space, never within a pair of surrogates', () => {
  assert.equal(short('коротко', 10), 'коротко');
  assert.equal(short('длинный заголовок статьи', 20), 'длинный заголовок…');
  assert.equal(short('аааааа😀', 7), 'аааааа…');
});
