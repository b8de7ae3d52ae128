import type { DataBlock } from '../../model/blocks.js';
import { escapeHtml } from '../../model/escape.js';
import { formatRepository, parseRepository } from '../../model/repository.js';
import { datum, facts, link, listOf, plain, say, type BlockWriter } from './pieces.js';

export const compileRepos = ({ repos }: DataBlock<'repos'>, writer: BlockWriter): string =>
  listOf('repos', repos, ({ repo, title, description, language, licence, ...state }) => {
    const { archived, movedTo, stars, checked } = state;
    const { labels } = writer;
    const href = /^[\w.-]+\/[\w.-]+$/.test(repo) ? `https://github.com/${repo}` : repo;
    const parsed = parseRepository(href);
    const name = title ?? (parsed ? formatRepository(parsed) : repo);
    const anchor = `<a${title === undefined ? '' : ' class="doc-title"'} href="${escapeHtml(href)}">${escapeHtml(name)}</a>`;
    const moved = movedTo && parseRepository(movedTo.href);
    const content =
      anchor +
      plain('description', description, 'p') +
      facts(
        archived === undefined ? '' : datum('archived', String(archived), archived ? labels.archived : ''),
        movedTo
          ? say(labels.movedTo, {
              repository: link('movedTo', movedTo, moved ? formatRepository(moved) : movedTo.href),
            })
          : '',
        plain('language', language),
        plain('licence', licence),
        stars === undefined ? '' : say(labels.stars, { number: writer.number('stars', stars) }),
        checked === undefined ? '' : say(labels.checked, { date: writer.time('checked', checked) }),
      );
    return `<repo-link class="doc-repo" repo="${escapeHtml(repo)}" variant="card">${content}</repo-link>`;
  });
