import 'doc-elements/prose.css';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';

// Elements are for browsers; the server has the HTML already.
if (ExecutionEnvironment.canUseDOM) import('doc-elements');
