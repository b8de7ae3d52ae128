let asked: Promise<string | undefined> | undefined;

/**
 * What the page's Content-Security-Policy forbids of what Mermaid does, in its own words; `undefined` where nothing. No
 * page can read its policy, so it is tried, once and with as little as there is: at most one violation is reported.
 */
export const findForbidden = (): Promise<string | undefined> => (asked ??= tryAll());

async function tryAll(): Promise<string | undefined> {
  const styled = document.createElement('span');
  styled.setAttribute('style', 'color: red');
  if (!styled.style.color) return 'inline styles (style-src)';
  try {
    // Refused as HTML is that is text.
    document.createElement('script').text = '';
  } catch {
    return 'HTML that is text (require-trusted-types-for)';
  }
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')}`;
  const isShown = await new Promise<boolean>((resolve) => {
    picture.onload = () => resolve(true);
    picture.onerror = () => resolve(false);
  });
  return isShown ? undefined : 'pictures out of the page (img-src)';
}
