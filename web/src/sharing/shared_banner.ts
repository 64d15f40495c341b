// Somebody else's progress, come in by a link: shown beside one's own, merged only on request.
import { h, icon, stateMark } from '../lib/dom.ts';
import { dayText, markOf, stateName } from '../lib/format.ts';
import { format, t } from '../lib/messages.ts';

export class SharedBanner {
  constructor(holder) {
    this.holder = holder;
    this.shown = '';
  }

  attach(store, tree, { hue, say }) {
    Object.assign(this, { store, tree, hue, say });
    store.subscribe(['shared', 'whole'], (state) => this.#update(state));
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
    if (first) this.say(t('shared.said', { sentence: this.#sentence(state.shared) }));
  }

  #sentence(shared) {
    const day = dayText(shared.day),
      args = { name: shared.sender, day, theirs: shared.theirs, yours: shared.yours };
    const who = shared.sender
      ? t(day ? 'shared.sender-has-on' : 'shared.sender-has', args)
      : t(day ? 'shared.they-have-on' : 'shared.they-have', args);
    return `${who} ${format(shared.message)}`.trim();
  }

  #make(shared, state) {
    const adds = shared.adds ?? [],
      back = shared.takesBack ?? [];
    this.chosen = new Set(adds);
    const line = (who, n, whose) =>
      h(
        'div.compare-line',
        { 'data-whose': whose },
        h('span', {}, who),
        h('meter', {
          min: 0,
          max: Math.max(1, state.whole.skills),
          value: n,
          'aria-label': t('shared.meter', { who, done: n, count: state.whole.skills }),
        }),
        h('span', {}, t('shared.done', { count: n })),
      );
    const unknown = shared.unknown?.skillsTaken ?? 0;
    this.withUnknown = false;
    // Nothing would change: there is nothing to merge.
    const merge =
      adds.length || back.length || unknown
        ? h(
            'button.button.primary',
            { type: 'button', disabled: !adds.length, onclick: () => this.#merge(adds) },
            t('shared.merge'),
          )
        : null;
    this.mergeButton = merge;
    return h(
      'section.banner.panel',
      { 'aria-label': t('shared.region') },
      h(
        'div.banner-text',
        {},
        h('h2', {}, t('shared.region'), this.#from(shared)),
        h('p.muted.small', {}, format(shared.message)),
        h(
          'div.compare',
          {},
          line(shared.sender || t('map.theirs'), shared.theirs, 'theirs'),
          line(t('shared.yours'), shared.yours, 'yours'),
        ),
        unknown ? this.#unknownChoice(unknown) : null,
      ),
      h(
        'div.banner-actions',
        {},
        merge,
        h(
          'button.button',
          { type: 'button', onclick: () => this.store.send({ do: 'dismiss_shared' }) },
          t('shared.dismiss'),
        ),
      ),
      this.#differences(adds, back),
    );
  }

  #from({ sender, day }) {
    const parts = [sender ? t('shared.from', { name: sender }) : '', dayText(day)].filter(Boolean);
    return parts.length ? h('span.from', { dir: 'auto' }, ` ${parts.join(', ')}`) : null;
  }

  // What a merge would add (chosen unless unticked), what it would take back (only when ticked), and what only you have.
  #differences(adds, back) {
    const group = this.tree,
      keysOf = (wanted) =>
        [...this.store.rows()].filter((s) => !group.isGroup(s.key) && wanted(s, s.theirs ?? 0)).map((s) => s.key),
      only = keysOf((s, theirs) => s.state > theirs && !back.includes(s.key)),
      later = keysOf((s, theirs) => s.state < theirs && !adds.includes(s.key));
    if (!adds.length && !back.length && !only.length && !later.length) return null;
    const part = (title, keys, line) =>
      keys.length
        ? [
            h('h3.small', {}, title),
            h(
              'ul',
              {},
              keys.map((key) => h('li', { 'data-hue': this.hue(key) }, line(key))),
            ),
          ]
        : [];
    return h(
      'details.differences',
      {},
      h('summary', {}, t('shared.choose')),
      h(
        'div.difference-lists',
        {},
        part(t('shared.they-only'), adds, (key) => this.#choice(key, true)),
        part(t('shared.they-went-back'), back, (key) => this.#choice(key, false)),
        part(t('shared.you-only'), only, (key) => h('div.difference', {}, ...this.#skill(key))),
        part(t('shared.you-went-back'), later, (key) => h('div.difference', {}, ...this.#skill(key))),
      ),
    );
  }

  #skill(key) {
    const { state, theirs = 0 } = this.store.skill(key) ?? { state: 0 };
    return [
      stateMark(markOf({ state: Math.max(state, theirs) })),
      h(
        'span.difference-text',
        {},
        h('span', { dir: 'auto' }, this.tree.title(key)),
        h('span.muted.tiny', {}, t('shared.states', { yours: stateName(state), theirs: stateName(theirs) })),
      ),
    ];
  }

  // What the road does not have comes along only when it is asked for.
  #unknownChoice(count) {
    return h(
      'label.choice',
      {},
      h('input', {
        type: 'checkbox',
        onchange: (e) => {
          this.withUnknown = e.target.checked;
          this.#ready();
        },
      }),
      h('span', {}, t('shared.keep-unknown', { count })),
    );
  }

  #ready() {
    this.mergeButton.disabled = !this.chosen.size && !this.withUnknown;
  }

  #choice(key, checked) {
    return h(
      'label.difference',
      {},
      h('input', { type: 'checkbox', checked, onchange: (e) => this.#choose(key, e.target.checked) }),
      ...this.#skill(key),
    );
  }

  #choose(key, on) {
    if (on) this.chosen.add(key);
    else this.chosen.delete(key);
    this.#ready();
  }

  #merge(adds) {
    const chosen = this.chosen.size ? { skills: [...this.chosen] } : { known: false };
    this.store.send({ do: 'merge_shared', ...chosen, unknown: this.withUnknown });
    if (adds.every((key) => this.chosen.has(key))) this.store.send({ do: 'dismiss_shared' });
  }
}
