import { readFile } from 'node:fs/promises';
import { renderPage } from 'doc-elements/server.js';
import { Elements } from './elements.jsx';

export const metadata = { title: 'About .NET Core' };

export default async function About() {
  const html = await renderPage(await readFile('about.md', 'utf8'));
  return (
    <>
      <main dangerouslySetInnerHTML={{ __html: html }} />
      <Elements />
    </>
  );
}
