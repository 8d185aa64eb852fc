export { takeAbsenceBack, tellAbsence } from './absence.ts';
export { correctVisit, withdrawVisit } from './correct.ts';
export { handInPost } from './finish.ts';
export { takeOutVisitPhoto } from './photo.ts';
export { recordVisit } from './record.ts';
export { hearVisitWish, setRoundAgreement } from './round-commands.ts';
export { handInTallySheet } from './sheet-commands.ts';
