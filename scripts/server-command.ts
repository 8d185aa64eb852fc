/**
 * What Node is given to start the server, from the project's folder. Half of the young generation holds 16 MiB at most: by
 * itself it grows to 64 MiB on a machine with much memory, and keeps that when nobody asks anything.
 */
export const serverCommand = { flag: '--max-semi-space-size=16', script: 'dist/server/main.js' } as const;
