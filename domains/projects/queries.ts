export * from './answers-queries.ts';
export * from './committee-queries.ts';
export * from './inquiries-queries.ts';
export * from './letters.ts';
export * from './sheets-queries.ts';
export * from './structure-queries.ts';
