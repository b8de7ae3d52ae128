/** WebKitGTK by W3C WebDriver, spoken with `fetch`, under a virtual display; and a Web Test Runner launcher for it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The code points WebDriver has for keys without a character. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

/** @typedef {keyof typeof BUTTONS} Button */

/** @typedef {{ width: number; height: number }} Size in CSS pixels */

/** Every test file begins with this viewport, as in the other engines. @type {Size} */
const VIEWPORT = { width: 800, height: 600 };

/** @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/**
 * Repeats a request until it is answered.
 *
 * @param {string} url
 * @param {number} milliseconds
 */
export async function answered(url, milliseconds) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${url} did not answer`, { cause: error });
      await sleep(50);
    }
  }
}

/** One WebDriver session of one browser window. */
export class Session {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    this.path = '';
    this.version = '';
  }

  /**
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<unknown>}
   */
  async send(method, path, body) {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(this.base + this.path + path, init);
    const { value } = /** @type {{ value: unknown }} */ (await response.json());
    if (response.ok) return value;
    const { error, message } = /** @type {{ error: string; message: string }} */ (value);
    throw new Error(`WebDriver ${method} ${path}: ${error}: ${message}`);
  }

  /** @param {string} binary */
  async open(binary) {
    const options = { binary, args: ['--automation'] };
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    const value = await this.send('POST', '/session', { capabilities: { alwaysMatch } });
    const { sessionId, capabilities } =
      /** @type {{ sessionId: string; capabilities: { browserVersion: string } }} */ (value);
    this.path = `/session/${sessionId}`;
    this.version = capabilities.browserVersion;
  }

  /** @param {string} url */
  goTo(url) {
    return this.send('POST', '/url', { url });
  }

  /** @param {string} script the body of a function @returns {Promise<unknown>} what it returns */
  execute(script) {
    return this.send('POST', '/execute/sync', { script, args: [] });
  }

  /** What is in view, as PNG. */
  async screenshot() {
    return Buffer.from(String(await this.send('GET', '/screenshot')), 'base64');
  }

  /** @param {readonly object[]} actions for the keyboard */
  keys(actions) {
    return this.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** @param {readonly object[]} actions for the mouse */
  mouse(actions) {
    const parameters = { pointerType: 'mouse' };
    return this.send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters, actions }],
    });
  }
}

/**
 * Makes the window as large as the viewport and its bars need.
 *
 * @param {Session} session
 * @param {Size} size
 * @returns {Promise<boolean>} `false` where the window cannot be that small: its bar is some 450 pixels wide
 */
export async function setViewport(session, { width, height }) {
  const read = async () =>
    /** @type {[number, number, number, number]} */ (
      await session.execute(
        'return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]',
      )
    );
  const [, , barsWidth, barsHeight] = await read();
  await session.send('POST', '/window/rect', { width: width + barsWidth, height: height + barsHeight });
  for (let attempt = 0; attempt < 10; attempt++) {
    const [innerWidth, innerHeight] = await read();
    if (innerWidth === width && innerHeight === height) return true;
    await sleep(20);
  }
  return false;
}

/** @param {number} x @param {number} y */
const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });

/** @param {string} key the name of a key, or text */
const codePoints = (key) => (key in KEYS ? [KEYS[/** @type {keyof typeof KEYS} */ (key)]] : Array.from(key));

/**
 * Starts the browser with a window of its own.
 *
 * @param {import('./browsers.mjs').WebKit} where
 * @param {Size} [screen] of the virtual display
 * @returns {Promise<{ session: Session; stop: () => Promise<void> }>}
 */
export async function startWebKit({ driver, browser, xvfb }, screen = { width: 1600, height: 1200 }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  const killAll = () => {
    for (const child of processes.splice(0).reverse()) child.kill();
  };
  process.once('exit', killAll);

  async function startDisplay() {
    if (!xvfb) return process.env.DISPLAY;
    const size = `${String(screen.width)}x${String(screen.height)}x24`;
    const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
    const display = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    processes.push(display);
    const pipe = /** @type {import('node:stream').Readable} */ (display.stdio[3]);
    const [number] = /** @type {[Buffer]} */ (await once(pipe, 'data'));
    return `:${String(number).trim()}`;
  }

  const env = { ...process.env, DISPLAY: await startDisplay() };
  const port = await freePort();
  processes.push(spawn(driver, [`--port=${String(port)}`], { env, stdio: 'ignore' }));
  const base = `http://127.0.0.1:${String(port)}`;
  await answered(`${base}/status`, 60_000);
  const session = new Session(base);
  await session.open(browser);
  return {
    session,
    async stop() {
      await session.send('DELETE', '').catch(() => undefined);
      killAll();
      process.off('exit', killAll);
    },
  };
}

/**
 * @param {import('./browsers.mjs').WebKit} where
 * @returns {import('@web/test-runner').BrowserLauncher & Record<string, unknown>}
 */
export function webkitLauncher(where) {
  /** @type {Map<string, string>} */
  const urls = new Map();
  /** @type {Awaited<ReturnType<typeof startWebKit>> | undefined} */
  let running;

  const session = () => {
    if (!running) throw new Error('The browser is not running');
    return running.session;
  };

  const launcher = {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,

    async initialize() {
      running = await startWebKit(where);
      launcher.name = `WebKitGTK ${running.session.version}`;
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },

    /** @param {string} id @param {string} url */
    async startSession(id, url) {
      urls.set(id, url);
      await setViewport(session(), VIEWPORT);
      await session().goTo(url);
    },
    /** @param {string} id */
    isActive: (id) => urls.has(id),
    getBrowserUrl: async () => String(await session().send('GET', '/url')),
    /** @param {string} id */
    async stopSession(id) {
      await session().goTo('about:blank');
      urls.delete(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no debug session here')),

    // What @web/test-runner-commands calls on launchers of type `webdriver`:

    /** @param {string} _id @param {string | readonly string[]} keys */
    sendKeys: (_id, keys) =>
      session().keys(
        [keys]
          .flat()
          .flatMap(codePoints)
          .flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
      ),
    /** @param {string} _id @param {number} x @param {number} y */
    sendMouseMove: (_id, x, y) => session().mouse([move(x, y)]),
    /** @param {string} _id @param {number} x @param {number} y @param {Button} [button] */
    sendMouseClick: (_id, x, y, button = 'left') =>
      session().mouse([
        move(x, y),
        { type: 'pointerDown', button: BUTTONS[button] },
        { type: 'pointerUp', button: BUTTONS[button] },
      ]),
    /** @param {string} _id @param {Button} [button] */
    sendMouseDown: (_id, button = 'left') =>
      session().mouse([{ type: 'pointerDown', button: BUTTONS[button] }]),
    /** @param {string} _id @param {Button} [button] */
    sendMouseUp: (_id, button = 'left') => session().mouse([{ type: 'pointerUp', button: BUTTONS[button] }]),
    resetMouse: () => session().mouse([move(0, 0)]),
    takeScreenshot: () => session().screenshot(),

    // What the `environment` command calls:

    /** @param {string} _id @param {Size} size */
    setViewport: (_id, size) => setViewport(session(), size),
  };
  return launcher;
}
