export { listVisits, readVisit } from './reading.ts';
export { readRound } from './round.ts';
export { readTallyMonth, readTallyScan, readTallySheet } from './sheet-queries.ts';
export { readToday } from './today.ts';
