// Somebody else's progress, come in by a link: shown beside one's own, merged only on request.
import { h, icon, stateMark } from './dom.js';
import { count, kStateNames, markOf } from './format.js';

export class SharedBanner {
  constructor(holder) {
    this.holder = holder;
    this.shown = '';
  }

  attach(store, tree, { hue, say }) {
    Object.assign(this, { store, tree, hue, say });
    store.subscribe((state) => this.#update(state));
  }

  #update(state) {
    const shown = state.shared ? JSON.stringify([state.shared, state.whole.skills]) : '';
    if (shown === this.shown) return;
    const first = !this.shown;
    this.shown = shown;
    const hadFocus = this.region?.contains(document.activeElement);
    this.region?.remove();
    this.region = null;
    if (!state.shared) {
      if (hadFocus) document.getElementById('surface').focus();
      return;
    }
    this.region = this.#make(state.shared, state);
    this.holder.append(this.region);
    if (first) this.say(`Shared progress. ${this.#sentence(state.shared)}`);
  }

  #sentence(shared) {
    return `They have ${count(shared.theirs, 'skill')} done, you have ${shared.yours}. ${shared.message}`;
  }

  #make(shared, state) {
    const adds = shared.adds ?? [];
    this.chosen = new Set(adds);
    const line = (who, n) =>
      h(
        'div.compare-line',
        {},
        h('span', {}, who),
        h('meter', {
          min: 0,
          max: Math.max(1, state.whole.skills),
          value: n,
          'aria-label': `${who}: ${n} of ${state.whole.skills} skills done`,
        }),
        h('span', {}, `${n} done`),
      );
    const merge = h(
      'button.button.primary',
      { type: 'button', disabled: !adds.length, onclick: () => this.#merge(adds) },
      'Merge into mine',
    );
    this.mergeButton = merge;
    return h(
      'section.banner.panel',
      { 'aria-label': 'Shared progress' },
      h(
        'div.banner-text',
        {},
        h('h2', {}, 'Shared progress'),
        h('p.muted.small', {}, shared.message),
        h('div.compare', {}, line('Theirs', shared.theirs), line('Yours', shared.yours)),
      ),
      h(
        'div.banner-actions',
        {},
        merge,
        h('button.button', { type: 'button', onclick: () => this.store.send({ do: 'dismiss_shared' }) }, 'Dismiss'),
      ),
      adds.length ? this.#differences(adds) : null,
    );
  }

  #differences(adds) {
    return h(
      'details.differences',
      {},
      h('summary', {}, 'See and choose what would be added'),
      h(
        'ul',
        {},
        adds.map((key) => {
          const skill = this.store.skill(key) ?? { state: 0, available: true },
            theirs = skill.theirs ?? 3;
          return h(
            'li',
            { 'data-hue': this.hue(key) },
            h(
              'label',
              {},
              h('input', { type: 'checkbox', checked: true, onchange: (e) => this.#choose(key, e.target.checked) }),
              stateMark(markOf({ state: theirs })),
              h('span', { dir: 'auto' }, this.tree.title(key)),
              h('span.muted.tiny', {}, `${kStateNames[skill.state]} → ${kStateNames[theirs]}`),
            ),
          );
        }),
      ),
    );
  }

  #choose(key, on) {
    if (on) this.chosen.add(key);
    else this.chosen.delete(key);
    this.mergeButton.disabled = !this.chosen.size;
  }

  #merge(adds) {
    const some = this.chosen.size < adds.length;
    this.store.send(some ? { do: 'merge_shared', skills: [...this.chosen] } : { do: 'merge_shared' });
  }
}
