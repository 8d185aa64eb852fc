import { compareTowns } from './towns-that-differ.ts';

await compareTowns(2, 4);
