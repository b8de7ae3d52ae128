'use client';

import { useEffect } from 'react';

/** Brings the elements to life when the page is hydrated: React has seen the HTML by then. */
export function Elements() {
  useEffect(() => void import('doc-elements'), []);
  return null;
}
