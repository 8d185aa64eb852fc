export { listVisits, readVisit } from './reading.ts';
export { readTallyMonth, readTallyScan, readTallySheet } from './sheet-queries.ts';
