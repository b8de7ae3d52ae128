import React from 'react';
import Layout from '@theme/Layout';

export default function About({ html }) {
  return (
    <Layout title="About .NET Core">
      <main className="container margin-vert--lg" dangerouslySetInnerHTML={{ __html: html }} />
    </Layout>
  );
}
