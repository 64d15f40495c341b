// The address's fragment: `#p=…` is somebody's progress (read, then taken off the address), `#s=id` is the selected skill.
import { t } from '../lib/messages.ts';
import { Layers } from '../shell/layers.ts';

export interface Fragment {
  readonly progress?: string; // "#p=…", for the engine to read
  readonly skill?: string; // an id
}

// What chats and mails make of "#p=": another case, a sign too many before it, the sign after it escaped.
const kForm = /^#[#/!?&.]*(p|%70|s|%73)(?:=|%3D)(.*)$/is;

function unescaped(text: string): string {
  // Half an escape is somebody else's fault: the rest may still be whole.
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

// What a fragment holds; nothing for one that is not ours. What stands behind a link is left on it: only the checksum
// tells what belongs to it (src/share/link.hpp). Pure.
export function parseHash(hash: string): Fragment {
  const [, kind, text] = kForm.exec(hash) ?? [];
  if (kind === undefined) return {};
  // Mail programs break a long link over lines.
  if (/^(?:p|%70)$/i.test(kind)) return { progress: `#p=${unescaped(text).replace(/\s+/g, '')}` };
  try {
    return { skill: decodeURIComponent(text) };
  } catch {
    return {};
  }
}

// The link in a text that somebody shared, or null. Pure.
export function linkIn(text: string): string | null {
  const found = /#[#/!?&.]*p(?:=|%3D)[\w%-]+/i.exec(text);
  return found ? (parseHash(found[0]).progress ?? null) : null;
}

interface SelectedStore {
  readonly state: { readonly selected: number; readonly roadmap: { readonly title: string } };
  send(command: { readonly do: string; readonly [member: string]: unknown }): boolean;
  subscribe(
    slices: readonly ['view'],
    listener: (state: { selected: number }, previous: { selected: number } | null) => void,
  ): void;
}
interface NamedTree {
  get(key: number): { readonly id: string } | undefined;
  title(key: number): string;
  readonly byId: ReadonlyMap<string, number>;
}

export class LinkHash {
  readonly layers = new Layers(history, () => location.pathname + location.search + this.#hash);
  #pending: Fragment;
  #store: SelectedStore | null = null;
  #tree: NamedTree | null = null;
  #tell: (text: string) => void = () => {};
  #hash = ''; // of what is selected

  constructor() {
    // Taken at once: a link with progress must not be in the address bar, or in a copied address, any longer than needed.
    this.#pending = this.#take();
    window.addEventListener('popstate', (e) => {
      if (this.layers.popped(e.state) === 'moved' && !location.hash && this.#store) this.#select(0);
    });
    window.addEventListener('hashchange', (e) => {
      // By now a layer that was closing may have led back from the address that the link was in.
      const { progress } = parseHash(new URL(e.newURL).hash),
        found = this.#take();
      this.#came(progress ? { progress } : found);
    });
  }

  #take(): Fragment {
    const found = parseHash(location.hash);
    if (found.progress) history.replaceState(history.state, '', location.pathname + location.search + this.#hash);
    return found;
  }

  attach(store: SelectedStore, tree: NamedTree, tell: (text: string) => void): void {
    this.#store = store;
    this.#tree = tree;
    this.#tell = tell;
    this.#open(this.#pending);
    store.subscribe(['view'], (state, previous) => {
      if (previous ? previous.selected !== state.selected : state.selected) this.#follow(state.selected);
    });
  }

  // A link that comes before the engine waits for it; of several the last one counts, as in an open page.
  #came(found: Fragment): void {
    if (this.#store) this.#open(found);
    else if (found.progress || found.skill !== undefined) this.#pending = found;
  }

  #open({ progress, skill }: Fragment): void {
    if (progress) this.#store?.send({ do: 'open_link', text: progress });
    else if (skill !== undefined) this.#openSkill(this.#tree?.byId.get(skill));
  }

  #openSkill(key: number | undefined): void {
    if (!key) this.#tell(t('shared.no-skill'));
    this.#select(key ?? 0);
  }

  #select(key: number): void {
    if (!this.#store || key === this.#store.state.selected) return;
    this.#store.send(key ? { do: 'select', skill: key, reveal: true } : { do: 'clear_selection' });
  }

  // The address and the title follow the selection, so that a bookmark, a copied address and Back work.
  #follow(key: number): void {
    const id = this.#tree?.get(key)?.id;
    this.#hash = id ? `#s=${encodeURIComponent(id)}` : '';
    // Out of the road: a translator may have changed what stands in the page.
    document.title = t('page.title', {
      title: key ? (this.#tree?.title(key) ?? '') : (this.#store?.state.roadmap.title ?? ''),
    });
    if (key && !this.layers.isOpen('details')) {
      this.layers.opened('details', () => this.#store?.send({ do: 'clear_selection' }));
      return;
    }
    // Before `hashchange` is heard, which would select anew what an older address names.
    this.layers.refreshAddress();
    if (!key) this.layers.closed('details');
  }
}
