const EVENTS = [
  'click dblclick mouseover mouseenter mousedown pointerenter pointerover focus focusin blur keydown input change',
  'load loadstart error abort animationstart animationend transitionend toggle beforetoggle begin end start finish scroll',
  'submit dragstart copy paste contextmenu wheel touchstart message',
]
  .join(' ')
  .split(' ');

/** Does to each element of a page what a reader and a browser may do to it, and waits for what comes of it. */
export async function provoke(root: HTMLElement): Promise<void> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    for (const type of EVENTS) element.dispatchEvent(new Event(type, { cancelable: true }));
    // Only a click of this kind follows a link.
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    if (element instanceof HTMLDetailsElement) element.open = !element.open;
    element.focus();
  }
  for (const type of ['beforeprint', 'afterprint', 'resize', 'pageshow', 'storage'])
    window.dispatchEvent(new Event(type));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  // What a link runs, it runs as a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
}
