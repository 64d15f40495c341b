// The command-line tool as the site's build has it: WebAssembly under Node (build/web/waymark_tool.cjs).
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const kTool = fileURLToPath(new URL('../../build/web/waymark_tool.cjs', import.meta.url));

// What it prints; throws when it fails, after it has said why.
export function runTool(...args) {
  return execFileSync(process.execPath, [kTool, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
