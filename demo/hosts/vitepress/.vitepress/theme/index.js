import DefaultTheme from 'vitepress/theme-without-fonts';
import 'doc-elements/prose.css';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp() {
    // Elements are for browsers; the server has the HTML already.
    if (!import.meta.env.SSR) void import('doc-elements');
  },
};
