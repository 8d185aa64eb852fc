import { compareTowns } from './towns-that-differ.ts';

await compareTowns(1, 4);
