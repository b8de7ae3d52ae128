import type { Forge } from './repository.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** First path segments that are pages of the forge itself; nobody can register them. */
const RESERVED: Readonly<Record<Forge, ReadonlySet<string>>> = {
  github: words(`
    about account accelerator admin advisories api apps articles assets blog business careers changelog codespaces
    collections community contact copilot customer-stories customers dashboard discussions early-access education
    enterprise enterprises events explore features fluidicon.png followers following gist gists github-copilot guides
    help home images integrations issues join jobs languages learn login logos logout maintenance marketplace mcp
    mobile models new news newsletter newsroom nonprofit notifications oauth open-source opensearch.xml organizations
    orgs partners password_reset plans premium-support press pricing privacy pulls readme redeem repos resources
    robots.txt search security security-advisories sessions settings shop showcases signin signup site sitemap solutions
    sponsors stafftools stars startups status storage styleguide suggestions support team teams terms topics tos tour
    training translations trending updates user users watching why-github works-with
  `),
  gitlab: words(`
    - admin api assets dashboard explore files groups health_check help import invites jwt oauth profile projects public
    robots.txt s search sitemap slash-command-logo.png snippets unsubscribes uploads user users v2
  `),
  forgejo: words(`
    - admin api assets attachments avatars captcha devtest explore favicon.ico ghost issues login metrics milestones
    new notifications org pulls repo robots.txt search user v2
  `),
  bitbucket: words(`
    account api blog branch dashboard features gateway product repo site snippets socialauth support workspaces x xhr
  `),
  sourcehut: words('about api login logout register search'),
};

/** Whether `segment`, the first of a path, belongs to the forge rather than to a user. */
export const isReservedOwner = (forge: Forge, segment: string): boolean =>
  RESERVED[forge].has(segment.toLowerCase());
