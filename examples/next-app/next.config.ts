import type { NextConfig } from 'next';

// `BASE_PATH=/next-app npm run build` for a folder of a host.
const basePath = process.env.BASE_PATH ?? '';

export default {
  output: 'export',
  trailingSlash: true,
  basePath,
  env: { BASE_PATH: basePath },
} satisfies NextConfig;
