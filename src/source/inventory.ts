import type { Anchor, Inventory, Reference } from '../model/inventory.js';
import type { Place } from '../model/problem.js';
import { isSafeUrl } from '../model/url.js';
import { RAW_TEXT_ELEMENTS } from './html/scan-end.js';
import { readAttributes, Scanner } from './html/scan.js';
import { resolveSrcset, URL_ATTRIBUTES } from './html/rewrite.js';
import type { Collector } from './markdown/options.js';

const HEADING = /^h[1-6]$/;

/** Makes the inventory of a page while it is compiled. */
export class InventoryCollector implements Collector, Inventory {
  readonly references: Reference[] = [];
  readonly anchors: Anchor[] = [];

  refer(reference: Reference): void {
    this.references.push(reference);
  }

  html(html: string, placeOf: (offset: number) => Place): void {
    const scanner = new Scanner(html);
    for (let kind = scanner.next(true); kind; kind = scanner.next(true)) {
      if (kind !== 'start') continue;
      const { name, start } = scanner;
      if (RAW_TEXT_ELEMENTS.has(name)) scanner.rawText = name;
      if (scanner.attributes.length > 0 || name === 'img')
        this.#tag(name, readAttributes(scanner.attributes), () => placeOf(start));
    }
  }

  #tag(name: string, attributes: ReadonlyMap<string, string>, placeOf: () => Place): void {
    const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
    if (id && !HEADING.test(name)) this.anchors.push({ id, place: placeOf() });
    const described = name === 'img' && attributes.has('src') ? attributes.has('alt') : undefined;
    for (const [attribute, value] of attributes) {
      const use = URL_ATTRIBUTES.get(attribute);
      const isSource = attribute === 'src';
      if (use) this.#url(value.trim(), use, placeOf, isSource ? described : undefined);
      else if (attribute === 'srcset') resolveSrcset(value, (url) => this.#url(url, 'image', placeOf));
    }
  }

  #url(url: string, use: 'link' | 'image', placeOf: () => Place, described?: boolean): string {
    if (isSafeUrl(url, use))
      this.references.push({ url, use, place: placeOf(), ...(described !== undefined && { described }) });
    return url;
  }
}
