export * from './answers-commands.ts';
export * from './committee-commands.ts';
export * from './inquiries-commands.ts';
export * from './sheets-commands.ts';
export * from './structure-commands.ts';
