import { setTimeout as sleep } from 'node:timers/promises';
import { apiUrl, readAnswer, type ApiBases } from '../../model/forge-api.js';
import { pauseUntil } from '../../model/forge-pause.js';
import type { Problem } from '../../model/problem.js';
import type { RepositoryFacts } from '../../model/repository-facts.js';
import type { RepositoryLink } from '../../model/repository.js';

/** What a forge said of a repository, or why it said nothing. */
export type FetchedRepository = { readonly facts: RepositoryFacts } | { readonly problem: Problem };

/** Longer than this nobody waits for a forge that has had enough. */
const LONGEST_WAIT = 60_000;
const TIMEOUT = 20_000;
const ATTEMPTS = 3;

/** The token for a site that has one in the environment; to any other host none is sent. */
const TOKENS: Readonly<Record<string, readonly [variable: string, header: string, prefix: string]>> = {
  'github.com': ['GITHUB_TOKEN', 'authorization', 'Bearer '],
  'gitlab.com': ['GITLAB_TOKEN', 'private-token', ''],
  'codeberg.org': ['CODEBERG_TOKEN', 'authorization', 'token '],
};

/** Asks forges, each as much as it allows. */
export class ForgeClient {
  readonly #bases: ApiBases;
  readonly #signal: AbortSignal;
  readonly #environment: NodeJS.ProcessEnv;
  /** Until when, by host. */
  readonly #pauses = new Map<string, number>();

  constructor(bases: ApiBases, signal: AbortSignal, environment: NodeJS.ProcessEnv = process.env) {
    this.#bases = bases;
    this.#signal = signal;
    this.#environment = environment;
  }

  /** Asks about one repository. Never rejects. */
  async fetch(link: RepositoryLink): Promise<FetchedRepository> {
    const url = apiUrl(link, this.#bases);
    if (url === undefined)
      return failure(`${link.host} answers nobody without a token, so nothing is known of ${link.url}.`);
    let why = '';
    for (let attempt = 1; attempt <= ATTEMPTS && !this.#signal.aborted; attempt++) {
      if (!(await this.#wait(link.host)))
        return failure(
          `${link.host} allows no more requests for now; what was known of ${link.url} stays. ${this.#advice(link.host)}`,
        );
      const answer = await this.#ask(link, url);
      if (typeof answer !== 'string') return answer;
      why = answer;
    }
    return failure(`${link.url} could not be asked about: ${why || 'broken off'}.`);
  }

  /** Waits until a forge may be asked; `false` where that is too long. */
  async #wait(host: string): Promise<boolean> {
    const time = (this.#pauses.get(host) ?? 0) - Date.now();
    if (time > LONGEST_WAIT) return false;
    if (time > 0) await sleep(time, undefined, { signal: this.#signal }).catch(() => undefined);
    return true;
  }

  /** The answer, or why another attempt is worth it. */
  async #ask(link: RepositoryLink, url: string): Promise<FetchedRepository | string> {
    try {
      const response = await fetch(url, {
        headers: { accept: 'application/json', 'user-agent': 'doc-elements', ...this.#token(link.host) },
        signal: AbortSignal.any([this.#signal, AbortSignal.timeout(TIMEOUT)]),
      });
      const { status, headers } = response;
      const pause = pauseUntil(status, (name) => headers.get(name), Date.now());
      if (pause !== undefined) this.#pauses.set(link.host, pause);
      if (status === 404 || status === 410 || status === 451)
        return failure(
          `${link.host} knows no repository ${link.owner}/${link.name}, or shows it to its members only. Check the link.`,
          'repository-unknown',
        );
      if (!response.ok) return `${new URL(url).host} answered ${status}`;
      const facts = readAnswer(link, await response.json(), now(), url);
      return facts ? { facts } : `${new URL(url).host} answered what is no repository`;
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return cause instanceof Error ? cause.message : String(cause);
    }
  }

  #token(host: string): Record<string, string> {
    const [variable = '', header = '', prefix = ''] = TOKENS[host] ?? [];
    const token = this.#environment[variable];
    return token ? { [header]: prefix + token } : {};
  }

  #advice(host: string): string {
    const variable = TOKENS[host]?.[0];
    if (variable === undefined || this.#environment[variable]) return 'Run it again later.';
    return `Run it again later, or with a token in ${variable}.`;
  }
}

/** Seconds are enough for a snapshot. */
const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

const failure = (message: string, code: Problem['code'] = 'repository-unreachable'): FetchedRepository => ({
  problem: { code, severity: 'warning', message },
});
