import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './install.mjs';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Locked extends Manifest {
  readonly version?: string;
  readonly resolved?: string;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const sites = readdirSync(join(ROOT, 'demo/hosts'))
  .map((name) => join(ROOT, 'demo/hosts', name))
  .filter((folder) => existsSync(join(folder, 'package.json')));

describe('the lock files of host sites', () => {
  const { dependencies = {} } = readJson(join(ROOT, 'package.json')) as Manifest;

  it('are there', () => {
    expect(sites).to.have.lengthOf.at.least(6);
  });

  for (const folder of sites)
    it(`have the package’s dependencies: ${folder.slice(ROOT.length)}`, () => {
      const { packages } = readJson(join(folder, 'package-lock.json')) as {
        packages: Readonly<Record<string, Locked>>;
      };
      const ours = packages['node_modules/doc-elements'];
      expect(ours?.dependencies, 'Run npm run hosts:lock').to.deep.equal(dependencies);
      for (const [name, version] of Object.entries(dependencies))
        expect(
          (packages[`node_modules/doc-elements/node_modules/${name}`] ?? packages[`node_modules/${name}`])
            ?.version,
          name,
        ).to.equal(version);
    });

  for (const folder of sites)
    it(`have the site’s own dependencies and name no registry: ${folder.slice(ROOT.length)}`, () => {
      const { packages } = readJson(join(folder, 'package-lock.json')) as {
        packages: Readonly<Record<string, Locked>>;
      };
      const site = readJson(join(folder, 'package.json')) as Manifest;
      expect(packages['']?.dependencies).to.deep.equal(site.dependencies);
      expect(packages['']?.devDependencies).to.deep.equal(site.devDependencies);
      const elsewhere = Object.values(packages).filter(
        ({ resolved }) => resolved !== undefined && !resolved.startsWith('file:'),
      );
      expect(elsewhere).to.deep.equal([]);
    });
});
