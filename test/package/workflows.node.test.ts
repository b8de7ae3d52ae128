import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { load } from 'js-yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

describe('the workflows', () => {
  for (const file of readdirSync(FOLDER)) {
    const { permissions, jobs } = load(read(file)) as Workflow;
    const mayWrite = ({ permissions: own = permissions }: Job): boolean =>
      Object.values(own).includes('write');

    it(`${file}: pins every action by commit and says which version that is`, () => {
      const uses = [...read(file).matchAll(/uses: (.*)/g)].map(([, action]) => action);
      expect(uses).not.to.have.length(0);
      for (const action of uses) expect(action).to.match(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it(`${file}: gives no job more than it needs, and none to what tests run`, () => {
      expect(Object.values(permissions), 'unless a job says so').not.to.include('write');
      for (const [name, job] of Object.entries(jobs)) {
        if (mayWrite(job)) {
          expect(job.permissions, name).to.deep.equal({
            contents: 'write',
            'pull-requests': 'write',
            'id-token': 'write',
          });
          for (const { run } of job.steps)
            if (run !== undefined) expect(run, name).to.equal('npm ci --ignore-scripts');
        } else
          for (const { uses = '', with: options } of job.steps)
            if (uses.startsWith('actions/checkout@'))
              expect(options, name).to.include({ 'persist-credentials': false });
      }
    });
  }

  it('publish with provenance what has passed the tests', () => {
    const { release, test } = (load(read('release.yml')) as Workflow).jobs;
    expect(release?.needs).to.equal('test');
    expect(test?.steps.map(({ run }) => run)).to.include('.ci/run');
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      publishConfig: unknown;
    };
    expect(manifest.publishConfig).to.deep.include({ provenance: true });
  });
});
