import docElements from 'doc-elements/vite.js';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [docElements()],
  build: { target: 'es2022', rollupOptions: { input: 'about/index.html' } },
});
