import { crc32, deflateSync } from 'node:zlib';

/**
 * A picture of a given size in pixels that compresses about as well as a photograph would: bands of colour with grain.
 *
 * @param {number} width
 * @param {number} height
 * @returns {Buffer} PNG
 */
export function heroImage(width, height) {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  let seed = 7;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const grain = (seed >> 16) % 37 === 0 ? 24 : 0;
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = 40 + (x >> 4) + grain;
      rows[at + 1] = 90 + (y >> 3) + grain;
      rows[at + 2] = 160 - (x >> 5) + grain;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits, true colour
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, checksum]);
}
