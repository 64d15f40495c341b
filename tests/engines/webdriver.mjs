// As much of a WebDriver client as the journey needs: https://www.w3.org/TR/webdriver2/
import { spawn } from 'node:child_process';

const kStartTries = 100;
const kTryMs = 100;
const kAnswerMs = 60_000; // no command of the journey takes a tenth of it

// Code points that stand for keys without a character of their own.
const kKeys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
export const keyCode = (key) => kKeys[key] ?? key;

async function call(address, method, path, body) {
  const response = await fetch(`${address}${path}`, {
    method,
    body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    signal: AbortSignal.timeout(kAnswerMs),
  });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

// Starts `command` as the driver on `port` and one session of it. Answers {capabilities, call(method, path, body), close()}.
export async function startSession({ command, args, port, env, capabilities }) {
  const address = `http://127.0.0.1:${port}`;
  // A group of its own, and no stream of ours in its hands: a browser that outlives its crashed page would otherwise hold
  // this process, and whoever reads its output, for ever.
  const driver = spawn(command, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  driver.stderr.on('data', (chunk) => process.stderr.write(chunk));
  const broken = new Promise((_, reject) => driver.once('error', reject));
  const end = () => {
    driver.stderr.destroy();
    try {
      process.kill(-driver.pid, 'SIGKILL');
    } catch {
      // It has ended by itself, or never began.
    }
  };
  try {
    for (let tries = kStartTries; ; --tries) {
      try {
        await Promise.race([broken, call(address, 'GET', '/status')]);
        break;
      } catch (error) {
        if (!tries || error.code === 'ENOENT') throw error;
        await new Promise((resolve) => setTimeout(resolve, kTryMs));
      }
    }
    const session = await call(address, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const own = (method, path, body) => call(address, method, `/session/${session.sessionId}${path}`, body);
    return {
      capabilities: session.capabilities,
      call: own,
      async close() {
        await own('DELETE', '').finally(end);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
