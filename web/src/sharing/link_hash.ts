// The address's fragment: `#p=…` is somebody's progress (read, then taken off the address), `#s=id` is the selected skill.
import { t } from '../lib/messages.ts';

// What a fragment holds: {progress: text} | {skill: id} | {}. Pure.
export function parseHash(hash) {
  // What mail programs put between its pieces comes escaped out of the address.
  if (hash.startsWith('#p=')) return { progress: hash.replace(/%(?:20|09|0A|0D)/gi, '') };
  if (hash.startsWith('#s=')) {
    try {
      return { skill: decodeURIComponent(hash.slice(3)) };
    } catch {
      return {};
    }
  }
  return {};
}

export class LinkHash {
  constructor() {
    // Taken at once: a link with progress must not be in the address bar, or in a copied address, any longer than needed.
    this.pending = this.#take();
    window.addEventListener('hashchange', () => this.#came(this.#take()));
  }

  #take() {
    const found = parseHash(location.hash);
    if (found.progress) history.replaceState(history.state, '', location.pathname + location.search);
    return found;
  }

  attach(store, tree, tell) {
    Object.assign(this, { store, tree, tell });
    this.pageTitle = document.title;
    this.#open(this.pending);
    window.addEventListener('popstate', () => {
      if (!location.hash) this.#select(0);
    });
    store.subscribe((state, previous) => {
      if (previous ? previous.selected !== state.selected : state.selected) this.#follow(state.selected);
    });
  }

  // A link that comes before the engine waits for it; of several the last one counts, as in an open page.
  #came(found) {
    if (this.store) this.#open(found);
    else if (found.progress || found.skill !== undefined) this.pending = found;
  }

  #open({ progress, skill }) {
    if (progress) this.store.send({ do: 'open_link', text: progress });
    else if (skill !== undefined) this.#openSkill(this.tree.byId.get(skill));
  }

  #openSkill(key) {
    if (!key) this.tell(t('shared.no-skill'));
    this.#select(key ?? 0);
  }

  #select(key) {
    if (key === this.store.state.selected) return;
    this.store.send(key ? { do: 'select', skill: key, reveal: true } : { do: 'clear_selection' });
  }

  // The address and the title follow the selection, so that back, forward and a bookmark work.
  #follow(key) {
    const id = this.tree.get(key)?.id,
      hash = id ? `#s=${encodeURIComponent(id)}` : '';
    document.title = key ? t('page.title', { title: this.tree.title(key) }) : this.pageTitle;
    if (location.hash === hash) return;
    // Browsers refuse too many changes in a short time; the address then lags behind, nothing else.
    try {
      history.pushState(null, '', location.pathname + location.search + hash);
    } catch {
      /* see above */
    }
  }
}
