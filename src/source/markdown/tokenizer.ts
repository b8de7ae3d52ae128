import type { Tokens } from 'marked';
import { matchUrl } from './autolinks.js';
import { BlockTokenizer } from './block-tokenizer.js';
import { xrefText } from './docfx.js';
import { decodeReferencesStrictly } from './escapes.js';
import { matchFormula } from './formulas.js';
import { isAddressStart, textEnd } from './inline-text.js';
import { resolveUrlTemplates } from './templates.js';
import {
  addressToken,
  inlineToken,
  textToken,
  type Formula,
  type InlineLeftover,
  type NoteReference,
  type UnresolvedReference,
} from './tokens.js';

const BANG = 33;
const DOLLAR = 36;
const STAR = 42;
const LESS_THAN = 60;
const OPEN = 91;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;

const XREF = /^xref:/i;
/** A template, or a brace that begins none: what it matches is matched in one way only, lest the search for a tag's end explode; and no longer than
 * templates are, lest it go on to the end of the text for each tag. */
const BRACES = String.raw`\{\{[^}]{0,2000}\}\}|\{%[^}]{0,2000}%\}|\{(?![{%])`;
/** A start tag whose attribute values may hold templates with quotes of their own. */
const TEMPLATE_TAG = new RegExp(
  String.raw`^<[a-zA-Z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"(?:${BRACES}|[^"{])*"|'(?:${BRACES}|[^'{])*'|(?:${BRACES}|[^\s"'=<>{\x60])+))?)*\s*/?>`,
);

/**
 * Inline tokens as GitHub's parser finds them where marked's own differ. The methods look at the whole run, which the
 * lexer keeps, and not only at the rest of it that marked hands over, because what stands before matters.
 */
export class DocTokenizer extends BlockTokenizer {
  /** Unlike marked's, no tag changes how what follows it is read. */
  override tag(src: string): Tokens.Tag | undefined {
    if (src.charCodeAt(0) !== LESS_THAN) return undefined;
    const withTemplates = this.lexer.templates && src.includes('{');
    const raw =
      this.lexer.run.surroundings.tags.match(src) ||
      (withTemplates ? TEMPLATE_TAG.exec(src)?.[0] : undefined);
    return !raw ? undefined : { ...inlineToken(raw), text: raw };
  }

  /** All kinds of links and images; brackets are matched once for the whole run. */
  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    const code = src.charCodeAt(0);
    if (code !== OPEN && code !== BANG) return undefined;
    const { text, at } = this.#place(src);
    const isImage = code === BANG;
    const construct = this.lexer.run.brackets.constructAt(isImage ? at + 1 : at);
    if (construct?.kind !== (isImage ? 'image' : 'link')) return undefined;
    const { href, title } = construct;
    if (construct.isReference && !this.lexer.limits.takeExpansion(href, title, src)) return undefined;
    const content = text.slice(construct.from, construct.to);
    const token: Tokens.Link | Tokens.Image = {
      type: construct.kind,
      raw: text.slice(at, construct.end),
      href,
      title: title || null,
      text: content,
      tokens: this.lexer.linkText(construct),
    };
    return this.lexer.templates ? this.#resolveTarget(token) : token;
  }

  /** What is left of brackets is a reference to a note, one to a link that is not defined, or text. */
  override reflink(src: string): Tokens.Text | undefined {
    if (src.charCodeAt(0) !== OPEN) return undefined;
    const { text, at } = this.#place(src);
    const { brackets } = this.lexer.run;
    const reference = brackets.unresolvedAt(at);
    if (reference !== undefined) return this.#unresolved(reference);
    const construct = brackets.constructAt(at);
    if (construct?.kind !== 'footnote') return undefined;
    const raw = text.slice(at, construct.end);
    const token: NoteReference = {
      ...inlineToken(raw),
      noteLabel: text.slice(construct.from + 1, construct.to),
    };
    // marked takes whatever token comes back, and leaves one that is no text alone.
    return token as unknown as Tokens.Text;
  }

  /** Emphasized, strong and struck text. */
  emphasis(src: string): Tokens.Em | Tokens.Strong | Tokens.Del | undefined {
    const code = src.charCodeAt(0);
    if (code !== STAR && code !== UNDERSCORE && code !== TILDE) return undefined;
    const { text, at } = this.#place(src);
    const emphasized = this.lexer.run.emphasisAt(at);
    return (
      emphasized && {
        type: emphasized.kind,
        raw: text.slice(at, emphasized.end),
        text: text.slice(emphasized.from, emphasized.to),
        tokens: this.lexer.emphasizedText(emphasized),
      }
    );
  }

  override codespan(src: string): Tokens.Codespan | undefined {
    if (src.charCodeAt(0) !== BACKTICK) return undefined;
    const { text, at } = this.#place(src);
    const end = this.lexer.run.backticks.skip(at);
    const length = src.search(/[^`]|$/);
    if (end === at + length) return undefined;
    const code = text.slice(at + length, end - length).replace(/\n/g, ' ');
    const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
    return { type: 'codespan', raw: text.slice(at, end), text: isPadded ? code.slice(1, -1) : code };
  }

  /** A formula, by GitHub's rules. */
  formula(src: string): Formula | undefined {
    if (src.charCodeAt(0) !== DOLLAR) return undefined;
    const { text, at } = this.#place(src);
    const found = matchFormula(text, at);
    return found && { ...inlineToken(text.slice(at, found.end)), tex: found.tex, display: found.display };
  }

  override autolink(src: string): Tokens.Link | undefined {
    if (src.charCodeAt(0) !== LESS_THAN) return undefined;
    const match = this.rules.inline.autolink.exec(src);
    if (!match) return undefined;
    const [raw, address = '', sign] = match;
    if (this.lexer.templates && XREF.test(address)) return this.#crossReference(raw, address);
    const text = decodeReferencesStrictly(address);
    return addressToken(raw, text, sign === '@' ? `mailto:${text}` : text);
  }

  /** Addresses without angle brackets; mail addresses are found when the run's other tokens are known. */
  override url(src: string): Tokens.Link | undefined {
    const { text, at } = this.#place(src);
    if (!isAddressStart(text, at) || this.lexer.isInBrackets(at)) return undefined;
    const address = matchUrl(text, at);
    if (!address) return undefined;
    const raw = text.slice(at, address.end);
    return addressToken(raw, raw, address.prefix + raw);
  }

  override inlineText(src: string): Tokens.Text {
    const { text, at } = this.#place(src);
    return textToken(text.slice(at, textEnd(text, at, this.lexer.templates !== undefined)));
  }

  /** The run and where in it `src` begins. */
  #place(src: string): { readonly text: string; readonly at: number } {
    const { text } = this.lexer.run;
    return { text, at: text.length - src.length };
  }

  /** Only the bracket: what is in it is read as ever. */
  #unresolved(reference: string): Tokens.Text {
    const token: UnresolvedReference = { ...inlineToken('['), unresolved: reference };
    return token as unknown as Tokens.Text;
  }

  #resolveTarget(token: Tokens.Link | Tokens.Image): Tokens.Link | Tokens.Image {
    if (XREF.test(token.href)) {
      const leftovers = [{ code: 'template-leftover', written: token.raw, effect: 'resolved' } as const];
      return Object.assign(token, { unlinked: true, leftovers });
    }
    const { text, leftovers } = resolveUrlTemplates(token.href, this.lexer.templates ?? {});
    return leftovers.length > 0 ? Object.assign(token, { href: text, leftovers }) : token;
  }

  #crossReference(raw: string, address: string): Tokens.Link {
    const token: InlineLeftover = {
      ...inlineToken(raw),
      plain: xrefText(address),
      leftovers: [{ code: 'template-leftover', written: raw, effect: 'resolved' }],
    };
    // marked takes whatever token stands for an autolink.
    return token as unknown as Tokens.Link;
  }
}
