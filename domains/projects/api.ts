export * from './answers-api.ts';
export * from './committee-api.ts';
export * from './inquiries-api.ts';
export * from './sheets-api.ts';
export * from './structure-api.ts';
