export { correctVisit, withdrawVisit } from './correct.ts';
export { handInPost } from './finish.ts';
export { recordVisit } from './record.ts';
export { handInTallySheet } from './sheet-commands.ts';
