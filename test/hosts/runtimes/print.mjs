// Node, Bun and Deno alike. The bundle stands beside this file where it runs.
import { renderAll } from './bundle.mjs';

console.log(JSON.stringify(await renderAll()));
