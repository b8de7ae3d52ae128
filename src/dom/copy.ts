/**
 * Puts a text on the clipboard; `false` where the browser lets nobody. Outside of secure contexts there is no
 * clipboard to write to, and what is left is the command that copies a selection.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  Object.assign(field.style, {
    position: 'fixed',
    insetBlockStart: '0',
    opacity: '0',
    pointerEvents: 'none',
  });
  const focused = deepActiveElement();
  document.body.append(field);
  try {
    field.select();
    // The only way there is without the clipboard's own API.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}

/** What has the focus, inside shadow trees as well. */
function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  for (let inner = active?.shadowRoot?.activeElement; inner; inner = inner.shadowRoot?.activeElement)
    active = inner;
  return active instanceof HTMLElement ? active : undefined;
}
