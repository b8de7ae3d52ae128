/*
 * A description of data, in data. One description gives the TypeScript types (by inference), the validation
 * (`src/source/schema-reader.ts`) and the JSON Schema (`test/tools/page-schema.mjs`, which also takes the comments on the fields).
 */

/** What a description says of types; there is no such property at run time. */
declare const TYPES: unique symbol;

/** A description of data of type `Data`, which the model of a page holds as `Model`. */
interface Typed<Data, Model> {
  readonly [TYPES]?: { readonly data: Data; readonly model: Model };
}

/** What a text is: plain, Markdown, or the address of a page or of a picture. */
export type TextFormat = 'plain' | 'markdown' | 'link' | 'image';

/** Markdown with what it was compiled to. */
export interface RichText {
  readonly markdown: string;
  /** Block-level HTML in which every element that opens closes. Untrusted where `rawHtml` says so. */
  readonly html: string;
  /** Whether the author's own HTML is in it. */
  readonly rawHtml: boolean;
}

/** A URL as its author wrote it, and as the page holds it. */
export interface Address {
  readonly url: string;
  readonly href: string;
}

export interface TextSchema<Data extends string = string, Model = Data> extends Typed<Data, Model> {
  readonly type: 'text';
  /** What is expected, as messages say it: `a date such as “2015-02-03”`. */
  readonly expected: string;
  readonly format: TextFormat;
  /** What the text must match. */
  readonly pattern?: RegExp;
  /** What the data hold for a text that fits. */
  readonly normalize?: (text: string) => string;
  /** The texts it may be, in lower case; capitals are forgiven. */
  readonly values?: readonly Data[];
  /** Whether it is a date: then a whole number stands for a year, as in YAML without quotes, and a `Date` for its day in UTC. */
  readonly date?: boolean;
}

export interface NumberSchema extends Typed<number, number> {
  readonly type: 'number';
  readonly expected: string;
  /** Whether it is a whole number, 0 or more. */
  readonly isCount?: boolean;
}

export interface BooleanSchema extends Typed<boolean, boolean> {
  readonly type: 'boolean';
  readonly expected: string;
}

export interface ListSchema<Item extends Schema = Schema> extends Typed<
  readonly DataOf<Item>[],
  readonly ModelOf<Item>[]
> {
  readonly type: 'list';
  readonly expected: string;
  readonly item: Item;
}

export interface RecordSchema<Fields extends FieldSchemas = FieldSchemas> extends Typed<
  RecordData<Fields>,
  RecordModel<Fields>
> {
  readonly type: 'record';
  /** What it is, with its article: `a person`. */
  readonly name: string;
  readonly expected: string;
  readonly fields: Fields;
  /** Other words for its keys that authors may have meant. */
  readonly synonyms: Readonly<Record<string, keyof Fields & string>>;
}

/** A field that may be absent. */
export interface OptionalSchema<Inner extends Schema = Schema> {
  readonly type: 'optional';
  readonly schema: Inner;
}

export type Schema = TextSchema<string, unknown> | NumberSchema | BooleanSchema | ListSchema | RecordSchema;

export type FieldSchemas = Readonly<Record<string, Schema | OptionalSchema>>;

/** What people write for a description. */
export type DataOf<S> =
  S extends OptionalSchema<infer Inner> ? DataOf<Inner> : S extends Typed<infer Data, unknown> ? Data : never;

/** What the model holds for a description. */
export type ModelOf<S> =
  S extends OptionalSchema<infer Inner>
    ? ModelOf<Inner>
    : S extends Typed<unknown, infer Model>
      ? Model
      : never;

type Flat<T> = { [Key in keyof T]: T[Key] };

export type RecordData<Fields> = Flat<
  {
    readonly [Key in keyof Fields as Fields[Key] extends OptionalSchema ? never : Key]: DataOf<Fields[Key]>;
  } & {
    readonly [Key in keyof Fields as Fields[Key] extends OptionalSchema ? Key : never]?: DataOf<Fields[Key]>;
  }
>;

export type RecordModel<Fields> = Flat<
  {
    readonly [Key in keyof Fields as Fields[Key] extends OptionalSchema ? never : Key]: ModelOf<Fields[Key]>;
  } & {
    readonly [Key in keyof Fields as Fields[Key] extends OptionalSchema ? Key : never]?: ModelOf<Fields[Key]>;
  }
>;

/** Text that `pattern` matches; any text without one. */
export const text = (expected = 'text', pattern?: RegExp): TextSchema => ({
  type: 'text',
  expected,
  format: 'plain',
  ...(pattern && { pattern }),
});

export const choice = <const Value extends string>(...values: readonly Value[]): TextSchema<Value> => ({
  type: 'text',
  expected: `one of ${values.map((value) => `“${value}”`).join(', ')}`,
  format: 'plain',
  values,
});

export const optional = <Inner extends Schema>(schema: Inner): OptionalSchema<Inner> => ({
  type: 'optional',
  schema,
});

export const list = <Item extends Schema>(expected: string, item: Item): ListSchema<Item> => ({
  type: 'list',
  expected,
  item,
});

export const record = <const Fields extends FieldSchemas>(
  name: string,
  fields: Fields,
  synonyms: RecordSchema<Fields>['synonyms'] = {},
): RecordSchema<Fields> => ({
  type: 'record',
  name,
  expected: `an object that describes ${name}`,
  fields,
  synonyms,
});

/** The language of a text. */
export const LANGUAGE: TextSchema = {
  ...text('a language tag such as “en” or “pt-BR”', /^[a-zA-Z]{2,8}(?:[-_][a-zA-Z\d]{1,8})*$/),
  normalize: (tag) => tag.replaceAll('_', '-'),
};

/** Any text. */
export const TEXT: TextSchema = text();

/** Text that shows something. */
export const LABEL: TextSchema = text('text that is not empty', /\S/);

/** Markdown, block-level. */
export const MARKDOWN: TextSchema<string, RichText> = { type: 'text', expected: 'text', format: 'markdown' };

/** Where a link leads. */
export const LINK: TextSchema<string, Address> = {
  type: 'text',
  expected: 'a URL with http, https, mailto or the like, or a relative one',
  format: 'link',
  pattern: /\S/,
};

/** Where a picture is loaded from. */
export const IMAGE: TextSchema<string, Address> = {
  type: 'text',
  expected: 'the URL of a picture, with http or https or relative',
  format: 'image',
  pattern: /\S/,
};

/** A day, a month or a year of the Gregorian calendar. */
export const DATE: TextSchema = {
  type: 'text',
  expected: 'a date such as “2015-02-03”, “2015-02” or “2015”',
  format: 'plain',
  pattern: /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
  date: true,
};

export const ID: TextSchema = text('an id, text without white space', /^\S+$/);

export const NUMBER: NumberSchema = { type: 'number', expected: 'a number' };

export const BOOLEAN: BooleanSchema = { type: 'boolean', expected: 'true or false' };
