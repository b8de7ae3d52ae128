import { defineConfig } from 'astro/config';
import docElements from 'doc-elements/vite.js';

export default defineConfig({ vite: { plugins: [docElements()] } });
