export { takeOverIntakes } from './intakes.ts';
export { changeCountingMode } from './modes.ts';
export { changeEncounter, countSheet, withdrawEncounter, writeEncounter } from './record.ts';
