import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CHROMIUM_ARGS, findChromium } from './browsers.mjs';
import { launchBrowser } from './launch.mjs';

describe('launchBrowser', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'doc-elements-launch-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('tries again when a browser does not start', async function () {
    this.timeout(120_000);
    const found = await findChromium();
    if (!found || !existsSync('/bin/sh')) return this.skip();
    const mark = join(folder, 'tried');
    const executablePath = join(folder, 'browser');
    writeFileSync(
      executablePath,
      `#!/bin/sh\n[ -e "${mark}" ] || { : > "${mark}"; exit 3; }\nexec "${found.executablePath}" "$@"\n`,
    );
    chmodSync(executablePath, 0o755);
    const browser = await launchBrowser({ ...found, executablePath, args: CHROMIUM_ARGS });
    expect(existsSync(mark)).to.equal(true);
    expect(browser.connected).to.equal(true);
    await browser.close();
  });

  it('gives up in the end, and says why', async () => {
    const failure = await launchBrowser({ executablePath: join(folder, 'nothing') }).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    expect(failure).to.contain('nothing');
  });
});
