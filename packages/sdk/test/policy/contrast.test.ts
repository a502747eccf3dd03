import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Colour, contrast, luminance, over } from '../../src/policy/contrast.js';

const WHITE: Colour = [255, 255, 255, 1];
const BLACK: Colour = [0, 0, 0, 1];
const channel = fc.integer({ min: 0, max: 255 });
const opaque = fc.tuple(channel, channel, channel, fc.constant(1));

// The first grey that passes and the last that fails at each level, as WCAG's own pages give them.
test.each<[Colour, number]>([
  [BLACK, 21],
  [WHITE, 1],
  [[118, 118, 118, 1], 4.54],
  [[119, 119, 119, 1], 4.48],
  [[148, 148, 148, 1], 3.03],
  [[149, 149, 149, 1], 2.99],
  [[255, 0, 0, 1], 4.0],
  [[0, 0, 255, 1], 8.59],
])('%s on white has the contrast %d', (colour, ratio) => expect(contrast(colour, WHITE)).toBeCloseTo(ratio, 1));

test('a contrast is the same both ways, from 1 to 21', () => {
  fc.assert(
    fc.property(opaque, opaque, (one, other) => {
      expect(contrast(one, other)).toBe(contrast(other, one));
      expect(contrast(one, other)).toBeGreaterThanOrEqual(1);
      expect(contrast(one, other)).toBeLessThanOrEqual(21);
    }),
  );
});

test('what is translucent lies between itself and what is below', () => {
  expect(over([0, 0, 0, 0.5], WHITE)).toEqual([127.5, 127.5, 127.5, 1]);
  fc.assert(
    fc.property(opaque, opaque, fc.double({ min: 0, max: 1, noNaN: true }), (above, below, alpha) => {
      const [red, green, blue] = above as Colour;
      const seen = luminance(over([red, green, blue, alpha], below as Colour));
      expect(luminance(over([red, green, blue, 1], below as Colour))).toBe(luminance(above as Colour));
      expect(luminance(over([red, green, blue, 0], below as Colour))).toBe(luminance(below as Colour));
      expect(seen).toBeLessThanOrEqual(1);
    }),
  );
});
