/** Names of the sites where projects are supported, by their hosts. */
const NAMES: Readonly<Record<string, string>> = {
  'github.com': 'GitHub Sponsors',
  'opencollective.com': 'Open Collective',
  'patreon.com': 'Patreon',
  'ko-fi.com': 'Ko-fi',
  'liberapay.com': 'Liberapay',
  'tidelift.com': 'Tidelift',
  'issuehunt.io': 'IssueHunt',
  'buymeacoffee.com': 'Buy Me a Coffee',
  'polar.sh': 'Polar',
  'thanks.dev': 'thanks.dev',
  'paypal.me': 'PayPal',
  'paypal.com': 'PayPal',
  'crowdfunding.lfx.linuxfoundation.org': 'LFX Crowdfunding',
  'funding.communitybridge.org': 'CommunityBridge',
};

/** What a link to a page where one can give is called. */
export function fundingTitle(url: string): string {
  const host = (/^(?:https?:)?\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? '').toLowerCase();
  return NAMES[host] ?? (host || url);
}
