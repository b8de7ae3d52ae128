import type { ProjectReading } from './facts.js';

type Licence = readonly [pattern: RegExp, name: string, spdx?: string];

/** Licences that begin with the same words and are told apart by what comes behind them. */
const variants = (
  start: RegExp,
  rests: readonly (readonly [rest: RegExp, name: string, spdx: string])[],
): Licence[] =>
  rests.map(([rest, name, spdx]) => [
    new RegExp(start.source + (rest.source.startsWith('^') ? rest.source.slice(1) : `.*${rest.source}`), 'i'),
    name,
    spdx,
  ]);

/**
 * Titles and first words of licences, with their names and SPDX identifiers: what stands first in the text counts, as
 * licences name each other, and in the same place the first of these. The text of a GNU licence does not tell whether later
 * versions are meant too: there is no identifier then.
 */
const LICENCES: readonly Licence[] = [
  [/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i, 'GNU Affero General Public License v3.0'],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i, 'GNU Lesser General Public License v3.0'],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/i, 'GNU Lesser General Public License v2.1'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/i, 'GNU General Public License v3.0'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 2/i, 'GNU General Public License v2.0'],
  [/Apache License\s+Version 2\.0/i, 'Apache License 2.0', 'Apache-2.0'],
  [/Mozilla Public License,? Version 2\.0/i, 'Mozilla Public License 2.0', 'MPL-2.0'],
  [/Eclipse Public License\s*(?:-\s*)?v(?:ersion)? 2\.0/i, 'Eclipse Public License 2.0', 'EPL-2.0'],
  [/Boost Software License - Version 1\.0/i, 'Boost Software License 1.0', 'BSL-1.0'],
  [/European Union Public Licen[cs]e\s+v\. ?1\.2/i, 'European Union Public License 1.2', 'EUPL-1.2'],
  [/CC0 1\.0 Universal/i, 'Creative Commons Zero v1.0 Universal', 'CC0-1.0'],
  [
    /Attribution-ShareAlike 4\.0 International/i,
    'Creative Commons Attribution Share Alike 4.0 International',
    'CC-BY-SA-4.0',
  ],
  [/Attribution 4\.0 International/i, 'Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
  [/This is free and unencumbered software released into the public domain/i, 'The Unlicense', 'Unlicense'],
  [/This software is provided ['‘]as-is['’], without any express/i, 'zlib License', 'Zlib'],
  [/SIL OPEN FONT LICENSE\s+Version 1\.1/i, 'SIL Open Font License 1.1', 'OFL-1.1'],
  [/UNICODE LICENSE V3/i, 'Unicode License v3', 'Unicode-3.0'],
  ...variants(
    /Permission to use, copy, modify, and(?:\/or)? distribute this software for any purpose with or without fee is hereby granted/,
    [
      [/^(?!, provided)/, 'BSD Zero Clause License', '0BSD'],
      [/Except as contained in this notice, the name/, 'curl License', 'curl'],
      [/^/, 'ISC License', 'ISC'],
    ],
  ),
  ...variants(
    /Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation/,
    [
      [/shall be used for Good, not Evil/, 'JSON License', 'JSON'],
      [/University of Illinois/, 'University of Illinois/NCSA Open Source License', 'NCSA'],
      [/Except as contained in this notice, the name/, 'X11 License', 'X11'],
      [/^(?!.*permission notice)/, 'MIT No Attribution', 'MIT-0'],
      [/^/, 'MIT License', 'MIT'],
    ],
  ),
  ...variants(/Redistribution and use in source and binary forms/, [
    [/All advertising materials/, 'BSD 4-Clause "Original" or "Old" License', 'BSD-4-Clause'],
    [/Neither the name/, 'BSD 3-Clause License', 'BSD-3-Clause'],
    [/^/, 'BSD 2-Clause License', 'BSD-2-Clause'],
  ]),
];

/** What makes another licence of any: it takes back some of what the text gives. */
const RESTRICTION = /Commons Clause.{0,3} License Condition/i;

/** Licences begin with their title and their terms. */
const MAX_LENGTH = 20_000;

/** Reads a `LICENSE` file: which of the well-known licences it is. Any other is nothing that could be named. */
export function readLicenceFile(text: string): ProjectReading {
  const words = text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ');
  let at = Infinity;
  let licence: Licence | undefined;
  for (const each of RESTRICTION.test(words) ? [] : LICENCES) {
    const found = words.search(each[0]);
    if (found === -1 || found >= at) continue;
    at = found;
    licence = each;
  }
  if (!licence) return { facts: {}, problems: [] };
  const [, name, spdx] = licence;
  return { facts: { licences: [{ name, ...(spdx !== undefined && { spdx }) }] }, problems: [] };
}
