import { renderAll } from './bundle.mjs';

export default {
  fetch: async () => Response.json(await renderAll()),
};
