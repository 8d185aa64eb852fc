import pg from 'pg';
import { serveFloor } from './floor.ts';

/** The floor in a process of its own, as the server is: `node bench/floor-serve.ts <connection as JSON>`. */
const pool = new pg.Pool({ ...JSON.parse(process.argv[2] ?? '{}'), max: 8 });
const { port } = await serveFloor(pool);
process.stdout.write(`${port}\n`);
