// How the page was opened: `?do=…` from a shortcut of the installed page, or `?text=…&url=…` from the system's share sheet
// (manifest.webmanifest). Both are taken off the address, so that a reload or a copied address does not repeat them.
import { linkIn } from '../sharing/link_hash.ts';

const kShared = ['url', 'text', 'title'];
const kShortcuts = ['next', 'search', 'share'] as const;

export type Shortcut = (typeof kShortcuts)[number];

// {command: name} | {hash: '#p=…'} | {}, and `rest`, the query without what was taken. Pure.
export function parseLaunch(search: string): { command?: Shortcut; hash?: string; rest: string } {
  const params = new URLSearchParams(search),
    command = kShortcuts.find((name) => name === params.get('do'));
  const texts = kShared.map((name) => params.get(name) ?? '');
  const hash = texts.map(linkIn).find((link) => link !== null);
  for (const name of ['do', ...kShared]) params.delete(name);
  const rest = `${params}` ? `?${params}` : '';
  return { ...(hash ? { hash } : command ? { command } : {}), rest };
}

// Once, when the page starts: a shared link goes where links are read (the fragment). Returns the command to run later.
export function takeLaunch(): Shortcut | null {
  const { command, hash, rest } = parseLaunch(location.search);
  if (`${new URLSearchParams(location.search)}` !== `${new URLSearchParams(rest)}`)
    history.replaceState(history.state, '', location.pathname + rest + (hash ?? location.hash));
  return command ?? null;
}
