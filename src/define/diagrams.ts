/** Diagrams: draws what code in the language `mermaid` says. Needs `mermaid`, which it loads when the first diagram comes near. */
import { registerDrawer } from '../dom/drawings.js';

registerDrawer('mermaid', async () => (await import('../drawing/diagram-drawer.js')).diagramDrawer);
