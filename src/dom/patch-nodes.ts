import { commonEnds } from '../model/common-ends.js';

/** What nodes stand in the document, what they were made from, and what they are to be. */
export interface Change {
  readonly live: readonly ChildNode[];
  /** The same HTML parsed once more, because readers and elements may have changed the live nodes since. */
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

/**
 * Makes some children of `parent`, those in `live`, equal to `after`; what is new goes before `end` at the latest. Nodes
 * that are the same in `before` and `after` stay as they are, with selection, focus and open `details`; of an element
 * that has grown only the growth is written. The nodes of `after` are used up.
 */
export function patchNodes(parent: Node, { live, before, after }: Change, end: Node | null): void {
  if (live.length !== before.length) {
    replace(parent, live, after, end);
    return;
  }
  const { head, tail } = commonEnds(before, after, isSame);
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  let start = head;
  // What has changed is most often the same element with other content.
  while (start < Math.min(oldEnd, newEnd) && patchNode(live[start], before[start], after[start])) start++;
  replace(parent, live.slice(start, oldEnd), after.slice(start, newEnd), live[oldEnd] ?? end);
}

const isSame = (some: Node | undefined, other: Node | undefined): boolean =>
  some?.isEqualNode(other ?? null) === true;

/** Whether the live node could be made the new one. */
function patchNode(live: Node | undefined, before: Node | undefined, after: Node | undefined): boolean {
  if (!before || !after || live?.nodeName !== after.nodeName) return false;
  if (live instanceof Text && after instanceof Text) {
    if (live.data !== (before as Text).data) return false;
    if (after.data.startsWith(live.data)) live.appendData(after.data.slice(live.data.length));
    else live.data = after.data;
    return true;
  }
  if (!(live instanceof Element && before instanceof Element && after instanceof Element)) return false;
  if (!haveSameAttributes(before, after)) return false;
  const change = { live: [...live.childNodes], before: [...before.childNodes], after: [...after.childNodes] };
  patchNodes(live, change, null);
  return true;
}

const haveSameAttributes = (some: Element, other: Element): boolean =>
  some.attributes.length === other.attributes.length &&
  [...some.attributes].every(({ name, value }) => other.getAttribute(name) === value);

function replace(parent: Node, old: readonly ChildNode[], next: readonly Node[], end: Node | null): void {
  for (const node of old) node.remove();
  for (const node of next) parent.insertBefore(node, end);
}
