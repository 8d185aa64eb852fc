#!/usr/bin/env node
// Plain JavaScript for whatever Node the machine has; the start script finds the right one and builds what is stale.
import { fileURLToPath } from 'node:url';

const start = new URL('../scripts/run.js', import.meta.url);
process.argv.splice(1, 1, fileURLToPath(start), 'kanaeau');
await import(start.href);
