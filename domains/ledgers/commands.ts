export { discardLedger, sayLedgerColumns, uploadLedger } from './file-commands.ts';
export { importLedger } from './import-commands.ts';
export { correctVisitorNumber } from './number-correction.ts';
export { numberVisitors, writeVisitorNumbers } from './numbers.ts';
export { withdrawLedgerImport } from './withdraw-command.ts';
