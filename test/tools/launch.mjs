/** Starts browsers by Puppeteer, on machines too busy to start one at the first try. */
import * as puppeteer from 'puppeteer-core';

const ATTEMPTS = 3;

/** How long one attempt may take, in milliseconds: the first start of a browser that was just installed reads it from a cold disk. */
const ATTEMPT_TIMEOUT = 90_000;

/** How long all attempts may take, in milliseconds. */
export const LAUNCH_TIMEOUT = ATTEMPTS * ATTEMPT_TIMEOUT + 10_000;

/**
 * @param {import('puppeteer-core').LaunchOptions} [options]
 * @returns {Promise<import('puppeteer-core').Browser>}
 * @throws what the last attempt failed with
 */
export async function launchBrowser(options = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await puppeteer.launch({ timeout: ATTEMPT_TIMEOUT, ...options });
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      console.warn(`${String(options.executablePath)} did not start, once more: ${String(error)}`);
    }
  }
}
