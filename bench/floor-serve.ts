import pg from 'pg';
import { serveFloor } from './floor.ts';

/** The floor in a process of its own, as the server is: `node bench/floor-serve.ts <the app's connection as JSON> <the owner's>`. */
const [app, owner] = [process.argv[2], process.argv[3]].map(
  (login) => new pg.Pool({ ...JSON.parse(login ?? '{}'), max: 8 }),
) as [pg.Pool, pg.Pool];
const { port } = await serveFloor(app, owner);
process.stdout.write(`${port}\n`);
