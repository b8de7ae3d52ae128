import { CHROME_ATTRIBUTE } from '../model/names.js';

/** What says which scheme a source is for. */
const CONDITION = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;

/** What stands elsewhere is the host's own. */
const PICTURES = ':is(doc-page, doc-section) picture';

const BY_SCHEME = ':scope > source[media*="prefers-color-scheme" i]';
const OURS = `:scope > source[${CHROME_ATTRIBUTE}]`;

/** Media conditions that always hold, and never. */
const ALWAYS = '(min-width: 0)';
const NEVER = '(max-width: 0)';

const following = new WeakSet<Element>();

/** What a picture shows in place of what its author's sources say. */
const shown = new WeakMap<Element, string>();

/**
 * Lets the pictures inside `root` follow the colour scheme they stand in: the sources of a `<picture>` ask for the one
 * the reader prefers, whatever the host has chosen. Where the two differ, sources of ours stand before the author's.
 */
export function followScheme(root: Element): void {
  if (!following.has(root)) {
    following.add(root);
    root.addEventListener('doc-render', () => adaptPictures(root));
    // The style sheet has a transition for either scheme.
    root.addEventListener('transitionend', (event) => {
      const { target, propertyName = '' } = event as Partial<TransitionEvent>;
      if (propertyName.startsWith('--_doc-') && target instanceof Element && target.matches(PICTURES))
        adapt(target);
    });
  }
  adaptPictures(root);
}

function adaptPictures(root: Element): void {
  for (const picture of root.querySelectorAll(PICTURES)) adapt(picture);
}

function adapt(picture: Element): void {
  if (!picture.querySelector(BY_SCHEME)) return;
  const scheme = schemeOf(picture);
  const ours = picture.querySelectorAll(OURS);
  const wanted = scheme === undefined || scheme === preferred() ? undefined : scheme;
  if (wanted === undefined ? ours.length === 0 : ours.length > 0 && shown.get(picture) === wanted) return;
  for (const source of ours) source.remove();
  if (wanted === undefined) return;
  shown.set(picture, wanted);
  picture.prepend(...sourcesFor(picture, wanted));
}

/** All that the picture can show in a scheme: the last one is what its image shows by itself. */
function sourcesFor(picture: Element, scheme: string): Element[] {
  const sources = [...picture.querySelectorAll<HTMLSourceElement>(':scope > source')].map((source) => {
    const copy = source.cloneNode() as HTMLSourceElement;
    copy.media = source.media.replace(CONDITION, (_, each: string) =>
      each.toLowerCase() === scheme ? ALWAYS : NEVER,
    );
    return copy;
  });
  const image = picture.querySelector('img');
  if (image) {
    const last = picture.ownerDocument.createElement('source');
    last.srcset = image.getAttribute('srcset') ?? asCandidate(image.getAttribute('src') ?? '');
    if (image.sizes) last.sizes = image.sizes;
    sources.push(last);
  }
  for (const source of sources) source.setAttribute(CHROME_ATTRIBUTE, '');
  return sources;
}

/** A URL as the only one of a `srcset`, where blanks and commas end it. */
const asCandidate = (url: string): string =>
  url
    .trim()
    .replace(/\s/g, '%20')
    .replace(/^,+|(?<!,),+$/g, encodeURIComponent);

/** The scheme an element stands in; `undefined` where the browser, or a shadow root, cannot tell. */
function schemeOf(element: Element): string | undefined {
  const color = getComputedStyle(element).getPropertyValue('--_doc-scheme');
  if (color === 'rgb(255, 255, 255)') return 'light';
  return color === 'rgb(0, 0, 0)' ? 'dark' : undefined;
}

const preferred = (): string => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
