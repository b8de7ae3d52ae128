import { expect } from 'chai';
import { readLicenceFile } from '../../../src/source/project/licence-file.js';

describe('readLicenceFile', () => {
  const cases: readonly (readonly [string, string | undefined, string?])[] = [
    [
      'MIT License\n\nCopyright (c) 2026 A\n\nPermission is hereby granted, free of charge, to any person obtaining\na copy of',
      'MIT License',
      'MIT',
    ],
    [
      '                                 Apache License\n                           Version 2.0, January 2004',
      'Apache License 2.0',
      'Apache-2.0',
    ],
    [
      '                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007',
      'GNU General Public License v3.0',
    ],
    ['GNU LESSER GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007', 'GNU Lesser General Public License v3.0'],
    ['Mozilla Public License Version 2.0\n====', 'Mozilla Public License 2.0', 'MPL-2.0'],
    [
      'Redistribution and use in source and binary forms, with or\nwithout … 3. Neither the name of',
      'BSD 3-Clause License',
      'BSD-3-Clause',
    ],
    [
      'Redistribution and use in source and binary forms, with or without',
      'BSD 2-Clause License',
      'BSD-2-Clause',
    ],
    [
      'Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted, provided that',
      'ISC License',
      'ISC',
    ],
    [
      'Permission to use, copy, modify, and/or distribute this software for any\npurpose with or without fee is hereby granted.',
      'BSD Zero Clause License',
      '0BSD',
    ],
    ['All rights reserved.', undefined],
    ['', undefined],
  ];
  for (const [text, name, spdx] of cases)
    it(`takes “${text.trim().slice(0, 40)}…” for ${String(name)}`, () => {
      const licences = readLicenceFile(text).facts.licences;
      expect(licences).to.deep.equal(
        name === undefined ? undefined : [{ name, ...(spdx !== undefined && { spdx }) }],
      );
    });
});
