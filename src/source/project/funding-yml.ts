import { encodeUrl } from '../../model/percent.js';
import type { Problem } from '../../model/problem.js';
import { withoutTrailingSlashes } from '../../model/trailing-slashes.js';
import { webUrl, type Entry, type ProjectReading, type ReferenceData } from './facts.js';
import { fundingTitle } from './funding-title.js';
import { parseYaml } from './yaml.js';

/** Where each key of the file leads; `$` is the name that is given. */
const PLATFORMS: Readonly<Record<string, string>> = {
  github: 'https://github.com/sponsors/$',
  patreon: 'https://www.patreon.com/$',
  open_collective: 'https://opencollective.com/$',
  ko_fi: 'https://ko-fi.com/$',
  tidelift: 'https://tidelift.com/funding/github/$',
  community_bridge: 'https://funding.communitybridge.org/projects/$',
  lfx_crowdfunding: 'https://crowdfunding.lfx.linuxfoundation.org/projects/$',
  liberapay: 'https://liberapay.com/$',
  issuehunt: 'https://issuehunt.io/r/$',
  polar: 'https://polar.sh/$',
  buy_me_a_coffee: 'https://www.buymeacoffee.com/$',
  thanks_dev: 'https://thanks.dev/$',
};

/** Reads GitHub's `FUNDING.yml`. Keys that GitHub has added since are left out and reported. */
export async function readFundingYml(text: string): Promise<ProjectReading> {
  const problems: Problem[] = [];
  const file = await parseYaml(text, problems);
  if (!file) return { facts: {}, problems };
  const ways = Object.entries(PLATFORMS).flatMap(([key, address]) =>
    namesAt(file, key).map((name) => named(address.replace('$', () => encodeUrl(name)))),
  );
  const custom = namesAt(file, 'custom').flatMap((written) => {
    const url = webUrl(written);
    return url === undefined ? [] : [named(url)];
  });
  const all = [...ways, ...custom];
  const titles = all.map(({ title }) => title);
  const twice = (title: string): boolean => titles.filter((each) => each === title).length > 1;
  return {
    facts: {
      ways: all.map(({ title, url }) => ({
        title: twice(title) ? `${title}: ${lastPart(url)}` : title,
        url,
      })),
    },
    problems,
  };
}

const namesAt = (file: Entry, key: string): string[] =>
  file.each(key, { text: (name) => (name === '' ? undefined : name) });

const named = (url: string): ReferenceData => ({ title: fundingTitle(url), url });

const lastPart = (url: string): string => withoutTrailingSlashes(url).split('/').at(-1) ?? url;
