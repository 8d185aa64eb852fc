import { createServer } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll } from 'vitest';

/** A server that gives pictures of a map, as that of 国土地理院 does: PNG of 256 × 256 dots at z/x/y.png. */
export interface TileServer {
  /** For `KANAEAU_MAP_TILES`. */
  readonly address: string;
  readonly origin: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** From then on it answers that there is no such picture. */
  breakDown(): void;
}

export async function serveTiles(): Promise<TileServer> {
  const asked: string[] = [];
  const picture = drawTile();
  let broken = false;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (broken || !/^\/map\/\d+\/\d+\/\d+\.png$/.test(request.url ?? '')) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' }).end(picture);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...{ address: `${origin}/map/{z}/{x}/{y}.png`, origin, asked },
    breakDown: () => {
      broken = true;
    },
  };
}

/** A pale square with a line along its edge (PNG, 8 bits of grey). */
function drawTile(): Buffer {
  const side = 256;
  const rows = Buffer.alloc((side + 1) * side, 0xe6);
  for (let y = 0; y < side; y++) {
    rows[y * (side + 1)] = 0;
    rows[y * (side + 1) + 1] = 0xb3;
    if (y === 0) rows.fill(0xb3, 1, side + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 8;
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
