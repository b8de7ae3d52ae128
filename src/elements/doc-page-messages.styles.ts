import { css, type CSSResult } from '@lit/reactive-element';

/** What a page shows instead of its content: the placeholder while a source is on its way, and why it failed. */
export const styles: CSSResult = css`
  /* Said, not shown: the placeholder is what eyes see. */
  .status {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .base:has(> .content > .loading) {
    align-content: start;
    min-block-size: var(--_doc-placeholder-size, 0);
  }

  /* A source that comes at once shows no placeholder at all. It lies over the layout, where the title will be, so
   * that nothing has moved when the content takes its place. */
  .loading {
    position: absolute;
    inset: 0 0 auto;
    max-inline-size: var(--_doc-measure, 68ch);
    block-size: var(--_doc-placeholder-size, 0);
    overflow: clip;
    animation: appear 0.2s 0.25s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  /* A title, the lines that lead from it to the text, a paragraph, the beginning of another. */
  .skeleton {
    block-size: 100%;
    --_bar: no-repeat linear-gradient(var(--doc-surface-color, ButtonFace) 0 0);
    background:
      var(--_bar) 0 0.3em / 55% 2.2em,
      var(--_bar) 0 4.6em / 100% 0.75em,
      var(--_bar) 0 6.25em / 62% 0.75em,
      var(--_bar) 0 9.4em / 97% 0.75em,
      var(--_bar) 0 11.05em / 100% 0.75em,
      var(--_bar) 0 12.7em / 92% 0.75em,
      var(--_bar) 0 14.35em / 38% 0.75em,
      var(--_bar) 0 17.5em / 98% 0.75em;
  }

  :host(:dir(rtl)) .skeleton {
    scale: -1 1;
  }

  .error {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em 1.5em;
    margin-block-end: 2em;
    padding: 0.9em 1.1em;
    border: 1px solid color-mix(in oklab, var(--doc-caution-color, currentColor) 40%, transparent);
    border-radius: var(--doc-radius, 0.5em);
    background: color-mix(in oklab, var(--doc-caution-color, currentColor) 6%, transparent);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .error p {
    flex: 1 1 20em;
    min-inline-size: 0;
    margin: 0;
    /* The message is in English, in whatever direction the page is. */
    text-align: match-parent;
    unicode-bidi: plaintext;
  }

  button {
    flex: none;
    min-block-size: 2.25em;
    padding: 0.35em 0.9em;
    border: 1px solid currentColor;
    border-radius: calc(var(--doc-radius, 0.5em) * 0.75);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.4;
    cursor: pointer;
  }

  /* The keyboard's place only waits there. */
  .content:focus {
    outline: none;
  }

  button:hover {
    background: var(--doc-surface-color, ButtonFace);
  }

  button:focus-visible {
    outline: 2px solid var(--doc-accent-color, Highlight);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 2.4s 0.5s ease-in-out infinite;
    }

    @keyframes breathe {
      50% {
        opacity: 0.45;
      }
    }
  }

  @media print {
    .loading,
    .error {
      display: none;
    }
  }
`;
