import { expect } from 'chai';
import { readLicenceFile } from '../../../src/source/project/licence-file.js';

const MIT =
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation';

describe('readLicenceFile', () => {
  const cases: readonly (readonly [string, string | undefined, string?])[] = [
    [
      'MIT License\n\nCopyright (c) 2026 A\n\nPermission is hereby granted, free of charge, to any person obtaining\na copy of this software and associated documentation files …\n\nThe above copyright notice and this permission notice shall be included',
      'MIT License',
      'MIT',
    ],
    [
      `Copyright 2026 A\n\n${MIT} files, to deal in the Software without restriction.\n\nTHE SOFTWARE IS PROVIDED "AS IS"`,
      'MIT No Attribution',
      'MIT-0',
    ],
    [
      `${MIT} … this permission notice shall be included …\n\nThe Software shall be used for Good, not Evil.`,
      'JSON License',
      'JSON',
    ],
    [
      `${MIT} … this permission notice …\n\nExcept as contained in this notice, the name of the X Consortium`,
      'X11 License',
      'X11',
    ],
    [
      'Copyright 2026 A\n\nThis Font Software is licensed under the SIL Open Font License, Version 1.1.\n\nSIL OPEN FONT LICENSE\nVersion 1.1 - 26 February 2007\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of the Font Software',
      'SIL Open Font License 1.1',
      'OFL-1.1',
    ],
    [
      'UNICODE LICENSE V3\n\nPermission is hereby granted, free of charge, to any person obtaining a\ncopy of data files',
      'Unicode License v3',
      'Unicode-3.0',
    ],
    ['Permission is hereby granted, free of charge, to any person obtaining a copy of a pie', undefined],
    [
      `“Commons Clause” License Condition v1.0\n\n… MIT License\n\n${MIT} … this permission notice`,
      undefined,
    ],
    [
      `${MIT} files … this permission notice …\n\nParts are under the\nGNU GENERAL PUBLIC LICENSE\nVersion 2`,
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
      'Redistribution and use in source and binary forms … 3. All advertising materials … 4. Neither the name of',
      'BSD 4-Clause "Original" or "Old" License',
      'BSD-4-Clause',
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
