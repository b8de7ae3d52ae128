import type { ProjectReading } from './facts.js';

/**
 * Titles and first words of licences, with their names and SPDX identifiers; the first that fits counts. The text of a GNU licence does
 * not tell whether later versions are meant too: there is no identifier then.
 */
const LICENCES: readonly (readonly [pattern: RegExp, name: string, spdx?: string])[] = [
  [/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i, 'GNU Affero General Public License v3.0'],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i, 'GNU Lesser General Public License v3.0'],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/i, 'GNU Lesser General Public License v2.1'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/i, 'GNU General Public License v3.0'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 2/i, 'GNU General Public License v2.0'],
  [/Apache License\s+Version 2\.0/i, 'Apache License 2.0', 'Apache-2.0'],
  [/Mozilla Public License,? Version 2\.0/i, 'Mozilla Public License 2.0', 'MPL-2.0'],
  [/Eclipse Public License\s*-?\s*v(?:ersion)? 2\.0/i, 'Eclipse Public License 2.0', 'EPL-2.0'],
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
  [
    /Permission to use, copy, modify, and(?:\/or)? distribute this software for any\s+purpose with or without fee is hereby granted, provided/i,
    'ISC License',
    'ISC',
  ],
  [
    /Permission to use, copy, modify, and(?:\/or)? distribute this software for any\s+purpose with or without fee is hereby granted/i,
    'BSD Zero Clause License',
    '0BSD',
  ],
  [/Permission is hereby granted, free of charge, to any person obtaining a copy/i, 'MIT License', 'MIT'],
  [
    /Redistribution and use in source and binary forms[^]*Neither the name/i,
    'BSD 3-Clause License',
    'BSD-3-Clause',
  ],
  [/Redistribution and use in source and binary forms/i, 'BSD 2-Clause License', 'BSD-2-Clause'],
];

/** Licences begin with their title and their terms. */
const MAX_LENGTH = 20_000;

/** Reads a `LICENSE` file: which of the well-known licences it is. Any other is nothing that could be named. */
export function readLicenceFile(text: string): ProjectReading {
  const words = text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ');
  const [, name, spdx] = LICENCES.find(([pattern]) => pattern.test(words)) ?? [];
  return {
    facts: name === undefined ? {} : { licences: [{ name, ...(spdx !== undefined && { spdx }) }] },
    problems: [],
  };
}
