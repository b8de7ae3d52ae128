import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createForgeHandler } from '../../tools/forge-server.mjs';
import { folders, run } from './command-line.js';

interface Snapshot {
  readonly repositories: Record<string, unknown>[];
}

describe('doc-elements repos', function () {
  this.timeout(30_000);
  const folder = folders();
  const handle = createForgeHandler();
  let server: Server;
  let host = '';

  before((done) => {
    server = createServer((request, response) => {
      // GitHub's own interface has no version in its path.
      if (request.url?.startsWith('/repos/')) request.url = `/api/v3${request.url}`;
      if (!handle(request, response)) response.writeHead(400).end();
    }).listen(0, '127.0.0.1', () => {
      host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const logOf = async (session: string) =>
    (await fetch(`http://${host}/__forge/log/${session}`)).json() as Promise<{
      requests: string[];
      most: number;
      tokens: number;
    }>;

  it('asks once about each repository that text, HTML and data link to', async () => {
    const at = folder({
      'about.md': [
        `[one](http://${host}/ok-a1/n1) and [again](http://${host}/OK-a1/n1/issues/5), [elsewhere](https://example.org/)`,
        `<a href="http://${host}/ok-a1/n2">two</a> <repo-link repo="ok-a1/n3">three</repo-link>`,
        `\`http://${host}/ok-a1/code\``,
      ].join('\n\n'),
      'about.json': JSON.stringify({
        title: 'T',
        sections: [{ heading: 'H', body: `[four](http://${host}/ok-a1/n4)` }],
      }),
    });
    const { code, err } = await run(
      ['repos', 'about.md', 'about.json', '--forges', `${host}=github`, '--github-api', `http://${host}`],
      { cwd: at.path, env: { GITHUB_TOKEN: '' } },
    );
    expect(err).to.contain('Wrote repos.json: 4 of 4 repositories.');
    expect(code).to.equal(0);
    const { repositories } = JSON.parse(at.read('repos.json')) as Snapshot;
    expect(repositories.map(({ stars }) => stars)).to.have.members([1, 2, 3, 4]);
    const one = repositories.find(({ stars }) => stars === 1)!;
    expect(one).to.include({
      url: `http://${host}/ok-a1/n1`,
      licence: 'MIT',
      archived: false,
      defaultBranch: 'main',
    });
    expect(one['source']).to.equal(`http://${host}/api/v3/repos/ok-a1/n1`);
    expect(one['fetchedAt']).to.match(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    const { requests, most } = await logOf('a1');
    expect(requests).to.have.members(['ok-a1/n1', 'ok-a1/n2', 'ok-a1/n3', 'ok-a1/n4']);
    expect(most).to.be.at.most(4);
  });

  it('keeps what it knew where a forge does not answer, and what only people know', async () => {
    const of = (name: string): string => `http://${host}/${name}`;
    const at = folder({
      'about.md': ['ok-b1/n9', 'missing-b1/x', 'broken-b1/x', 'moved-b1/cli'].map(of).join('\n\n'),
      'repos.json': JSON.stringify({
        repositories: [
          { url: of('ok-b1/n9'), stars: 1, continuedIn: 'https://github.com/o/n', fetchedAt: '2020-01-01' },
          { url: of('broken-b1/x'), stars: 55, fetchedAt: '2020-01-01' },
          { url: 'https://github.com/not/linked', stars: 3 },
        ],
      }),
    });
    const { code, out } = await run(['repos', 'about.md', '--forges', `${host}=gitea`], { cwd: at.path });
    expect(code).to.equal(1);
    expect(out).to.contain('repository-unknown').and.to.contain('answered 500');
    const { repositories } = JSON.parse(at.read('repos.json')) as Snapshot;
    const facts = (url: string) => repositories.find((each) => each['url'] === url);
    expect(facts(of('ok-b1/n9'))).to.include({ stars: 9, continuedIn: 'https://github.com/o/n' });
    expect(facts(of('broken-b1/x'))).to.deep.equal({
      url: of('broken-b1/x'),
      stars: 55,
      fetchedAt: '2020-01-01',
    });
    expect(facts(of('missing-b1/x'))).to.deep.equal({ url: of('missing-b1/x') });
    expect(facts(of('moved-b1/cli'))).to.include({ movedTo: of('now-b1/sdk') });
    expect(facts('https://github.com/not/linked')).to.include({ stars: 3 });
  });

  it('leaves a file that it cannot read as it is', async () => {
    const broken =
      '{"repositories": [{"url": "https://github.com/o/n", "continuedIn": "https://github.com/p/n"},]}';
    const at = folder({ 'about.md': `http://${host}/ok-f1/n1`, 'repos.json': broken });
    const { code, out } = await run(['repos', 'about.md', '--forges', `${host}=github`], { cwd: at.path });
    expect(code).to.equal(1);
    expect(out).to.contain('repos.json').and.to.contain('data-not-json');
    expect(at.read('repos.json')).to.equal(broken);
    expect((await logOf('f1')).requests).to.deep.equal([]);
  });

  it('waits for a forge that has had enough, and asks again', async () => {
    const at = folder({ 'about.md': `http://${host}/limited-c1/n1 and http://${host}/busy-c2/n2` });
    const { code } = await run(['repos', 'about.md', '--forges', `${host}=gitlab`], { cwd: at.path });
    expect(code).to.equal(0);
    const { repositories } = JSON.parse(at.read('repos.json')) as Snapshot;
    expect(repositories.map(({ stars }) => stars)).to.have.members([1, 2]);
  });

  it('sends a token to the forge it is for and nowhere else, and never shows it', async () => {
    const token = 'ghp_secret0123456789';
    const at = folder({
      'about.md': `https://github.com/ok-d1/n1 and http://${host}/ok-d2/n2 and https://github.com/missing-d1/n3`,
    });
    const { out, err } = await run(
      ['repos', 'about.md', '--forges', `${host}=github`, '--github-api', `http://${host}/`],
      { cwd: at.path, env: { GITHUB_TOKEN: token } },
    );
    expect(out + err + at.read('repos.json')).not.to.contain(token);
    expect((await logOf('d1')).tokens).to.equal(2);
    expect((await logOf('d2')).tokens).to.equal(0);
  });

  it('writes to the standard output, and nothing else there', async () => {
    const at = folder({ 'about.md': `http://${host}/ok-e1/n1` });
    const { code, out } = await run(['repos', 'about.md', '--out', '-', '--forges', `${host}=github`], {
      cwd: at.path,
    });
    expect(code).to.equal(0);
    expect((JSON.parse(out) as Snapshot).repositories).to.have.lengthOf(1);
  });

  it('says that it was broken off, and leaves the file as it was', async function () {
    if (process.platform === 'win32') this.skip();
    const known = '{"repositories": []}';
    let asked = (): void => undefined;
    const silent = createServer(() => {
      asked();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const forge = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const at = folder({ 'about.md': `http://${forge}/o/n and http://${forge}/o/m`, 'repos.json': known });
    try {
      for (const [file, kept] of [
        ['repos.json', 'repos.json stays as it was'],
        ['-', 'nothing is written'],
      ] as const) {
        const { code, out, err } = await run(
          ['repos', 'about.md', '-o', file, '--forges', `${forge}=gitea`],
          {
            cwd: at.path,
            meanwhile: (child) => {
              asked = () => child.kill('SIGINT');
            },
          },
        );
        expect({ code, out, err }).to.deep.equal({ code: 130, out: '', err: `Broken off: ${kept}.\n` });
      }
    } finally {
      silent.close();
      silent.closeAllConnections();
    }
    expect(at.read('repos.json')).to.equal(known);
  });

  it('says what to write instead', async () => {
    expect((await run(['repos'])).err).to.contain('Name the files or folders to read');
    expect((await run(['repos', 'x.md', '--github-api', 'here'])).err).to.contain('takes a URL');
    const { code, out } = await run(['repos', 'missing.md', '--out', '-']);
    expect(code).to.equal(1);
    expect(JSON.parse(out)).to.deep.equal({ repositories: [] });
  });
});
