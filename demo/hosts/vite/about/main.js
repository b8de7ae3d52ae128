import 'doc-elements';
import 'doc-elements/prose.css';
