import { randomFrom, seedOf } from './random.js';

export const looks = ['dawn', 'noon', 'night'] as const;
export type Look = (typeof looks)[number];
export const shapes = { square: [800, 800], wide: [1200, 800], tall: [800, 1000] } as const;
export type Shape = keyof typeof shapes;

/** What a picture is made from. The same request gives the same picture. */
export interface PictureRequest {
  prompt: string;
  look: Look;
  shape: Shape;
}

/** A closed path in one flat colour, as in a screen print. */
export interface Layer {
  path: string;
  colour: string;
}

export interface Scene {
  width: number;
  height: number;
  sky: readonly [string, string];
  sun: { x: number; y: number; r: number; colour: string };
  layers: Layer[];
  /** Birds, lanterns or stars. */
  specks: { x: number; y: number; r: number; colour: string }[];
}

const inks = {
  dawn: {
    sky: ['#ffd9c7', '#ff9d8a'],
    sun: '#fff1b8',
    layers: ['#e8657a', '#b8447f', '#6d3590', '#2c2470'],
    speck: '#fff6e0',
  },
  noon: {
    sky: ['#cdeafd', '#fdf3d4'],
    sun: '#ffb020',
    layers: ['#6cc5c1', '#2f9aa8', '#1c6c8c', '#123f66'],
    speck: '#ffffff',
  },
  night: {
    sky: ['#171a4a', '#43389a'],
    sun: '#fdeeb2',
    layers: ['#5b49b8', '#3a3394', '#221f68', '#0f0f3a'],
    speck: '#ffd27a',
  },
} as const;

const subjects = [
  { words: /sea|wave|beach|ocean|island|boat|ทะเล|คลื่น|หาด|เกาะ|เรือ/i, draw: waves },
  { words: /city|town|street|bangkok|tower|เมือง|กรุงเทพ|ถนน|ตึก/i, draw: skyline },
  { words: /forest|tree|jungle|garden|ป่า|ต้นไม้|สวน/i, draw: trees },
  { words: /temple|pagoda|chedi|palace|วัด|เจดีย์|วัง/i, draw: chedis },
];

type Draw = (width: number, top: number, bottom: number, random: () => number) => string;

const close = (points: string, width: number, bottom: number) => `M0 ${bottom}L${points}L${width} ${bottom}Z`;
const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

function hills(width: number, top: number, bottom: number, random: () => number): string {
  const [long, short, shift] = [1.2 + random() * 1.4, 3 + random() * 3, random() * 6];
  const rise = 60 + random() * 70;
  const points = Array.from({ length: 41 }, (_, i) => {
    const part = i / 40;
    const wave = Math.sin(part * long * Math.PI + shift) + 0.3 * Math.sin(part * short * Math.PI + shift * 2);
    return at(part * width, top + rise * (1 - wave) * 0.6);
  });
  return close(points.join('L'), width, bottom);
}

function waves(width: number, top: number, bottom: number, random: () => number): string {
  const step = 56 + random() * 40;
  const crest = 14 + random() * 14;
  let path = `M0 ${bottom}V${top + 60}`;
  for (let x = 0; x < width; x += step) path += `q${step / 2} ${crest * 2} ${step} 0`;
  return `${path}V${bottom}Z`;
}

function skyline(width: number, top: number, bottom: number, random: () => number): string {
  let path = `M0 ${bottom}V${top + 100}`;
  for (let x = 0; x < width; ) {
    const next = Math.min(width, x + 30 + random() * 60);
    const roof = top + random() * 150;
    const isPointed = random() < 0.3;
    path += isPointed ? `L${at(x, roof + 40)}L${at((x + next) / 2, roof)}L${at(next, roof + 40)}` : `V${roof}H${next}`;
    x = next;
  }
  return `${path}V${bottom}Z`;
}

function trees(width: number, top: number, bottom: number, random: () => number): string {
  let path = close(`${at(0, top + 110)}L${at(width, top + 110)}`, width, bottom);
  for (let x = -20; x < width; x += 34 + random() * 30) {
    const [half, tip] = [24 + random() * 22, top + random() * 80];
    path += `M${at(x - half, top + 120)}Q${at(x - half * 0.2, tip + 50)} ${at(x, tip)}Q${at(x + half * 0.2, tip + 50)} ${at(x + half, top + 120)}Z`;
  }
  return path;
}

function chedis(width: number, top: number, bottom: number, random: () => number): string {
  let path = close(`${at(0, top + 140)}L${at(width, top + 140)}`, width, bottom);
  for (let x = width * (0.08 + random() * 0.12); x < width; x += 150 + random() * 160) {
    const [half, tip] = [44 + random() * 26, top - 70 + random() * 70];
    path += `M${at(x - half, top + 150)}Q${at(x - half, top + 70)} ${at(x - half * 0.28, top + 40)}L${at(x, tip)}L${at(x + half * 0.28, top + 40)}Q${at(x + half, top + 70)} ${at(x + half, top + 150)}Z`;
  }
  return path;
}

/** Turns words into a scene: some it knows, the rest decides about places and sizes. */
export function compose({ prompt, look, shape }: PictureRequest): Scene {
  const random = randomFrom(seedOf(prompt.trim().toLowerCase()));
  const [width, height] = shapes[shape];
  const ink = inks[look];
  const found: Draw[] = subjects.filter(({ words }) => words.test(prompt)).map(({ draw }) => draw);
  const order = [hills, ...found, hills].slice(0, ink.layers.length);
  const layers = ink.layers.map((colour, i) => {
    const draw = order[i] ?? found[i % (found.length || 1)] ?? hills;
    return { colour, path: draw(width, height * (0.42 + i * 0.14), height, random) };
  });
  const specks = Array.from({ length: look === 'night' ? 46 : 9 }, () => ({
    x: random() * width,
    y: random() * height * 0.5,
    r: 1.5 + random() * (look === 'night' ? 2.5 : 5),
    colour: ink.speck,
  }));
  const sun = {
    x: width * (0.25 + random() * 0.5),
    y: height * (0.24 + random() * 0.16),
    r: 70 + random() * 60,
    colour: ink.sun,
  };
  return { width, height, sky: ink.sky, sun, layers, specks };
}
