<<<<<<< HEAD
export { readVisitPhoto } from './photo.ts';
=======
export { listAbsences } from './absence.ts';
>>>>>>> a63057a (papers: a round on paper, and what is written off it; visits: 不在予定)
export { listVisits, readVisit } from './reading.ts';
export { readRound } from './round.ts';
export { listRoundAgreements, listStandIns, listVisitWishes } from './round-queries.ts';
export { readTallyMonth, readTallyScan, readTallySheet } from './sheet-queries.ts';
export { readToday } from './today.ts';
