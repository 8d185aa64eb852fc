import { compareTowns } from './towns-that-differ.ts';

await compareTowns(3, 4);
