import { test } from 'node:test';

import { recordLaws } from './record-laws.ts';

for (const law of recordLaws) test(`law over 20 random histories: ${law.name}`, () => law.check(20));
