import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { api } from '../server/api.mjs';

/** The example's server, in development as in the gallery. */
const server = {
  name: 'm-factory-api',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) =>
      request.url.startsWith('/api/') ? api(request, response).catch(next) : next(),
    );
  },
};

export default defineConfig({
  // Works in the gallery's folder and at a root.
  base: './',
  plugins: [react(), server],
});
