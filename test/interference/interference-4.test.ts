import { compareTowns } from './towns-that-differ.ts';

await compareTowns(4, 4);
