export { correctVisit, withdrawVisit } from './correct.ts';
export { handInPost } from './finish.ts';
export { recordVisit } from './record.ts';
export { hearVisitWish, setRoundAgreement } from './round-commands.ts';
export { handInTallySheet } from './sheet-commands.ts';
