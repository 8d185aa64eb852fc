export { listAbsences } from './absence.ts';
export { readVisitPhoto } from './photo.ts';
export { listVisits, readVisit } from './reading.ts';
export { readRound } from './round.ts';
export { listRoundAgreements, listStandIns, listVisitWishes } from './round-queries.ts';
export { readTallyMonth, readTallyScan, readTallySheet } from './sheet-queries.ts';
export { readToday } from './today.ts';
