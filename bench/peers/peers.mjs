// Tools of npm on the inputs of bench/language-peers.ts: JSON on stdin, JSON on stdout, each with its processor time.
// Needs `npm ci` in this folder. Every tool runs once to warm up and once to be measured.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);
const log = console.log;
console.log = () => {};
const Az = require('az');
const natural = require('natural');
console.log = log;

const { texts, sentences } = JSON.parse(await text(process.stdin));
const folder = require.resolve('az/package.json').replace('package.json', 'dicts');
await new Promise((resolve, reject) => Az.Morph.init(folder, (error) => (error ? reject(error) : resolve())));
const russian = new natural.AggressiveTokenizerRu();

const tools = [
  ['tokens', 'az 0.2', texts, (them) => them.map(azTokens)],
  ['tokens', 'natural 8.1, AggressiveTokenizerRu', texts, (them) => them.map(naturalTokens)],
  ['lemmas', 'az 0.2, first reading', sentences, (them) => them.map((words) => words.map(azLemma))],
];
const results = tools.map(([stage, name, inputs, run]) => {
  run(inputs.slice(0, 50));
  const began = process.cpuUsage();
  const found = run(inputs);
  const used = process.cpuUsage(began);
  return { stage, name, seconds: (used.user + used.system) / 1e6, found };
});
process.stdout.write(JSON.stringify(results));

function azTokens(whole) {
  return Az.Tokens(whole)
    .done()
    .filter((token) => !/^\s*$/u.test(token.toString()))
    .map((token) => [token.st, token.st + token.length]);
}

// gives the words alone: each is looked for from where the last one ended
function naturalTokens(whole) {
  let from = 0;
  return russian.tokenize(whole).flatMap((word) => {
    const start = whole.indexOf(word, from);
    if (start < 0) return [];
    from = start + word.length;
    return [[start, from]];
  });
}

function azLemma(word) {
  const [first] = Az.Morph(word);
  return first ? first.normalize().word : word.toLowerCase();
}
