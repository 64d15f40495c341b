// Somebody else's progress, come in by a link: shown beside one's own, merged only on request.
import type { Key, Row, Shared, SkillState } from '../engine/protocol.ts';
import type { State, Store } from '../engine/store.ts';
import { h, stateMark } from '../lib/dom.ts';
import { dayText, markOf, stateName } from '../lib/format.ts';
import { format, t } from '../lib/messages.ts';
import type { RoadmapTree } from '../outline/roadmap_tree.ts';

interface Context {
  readonly store: Store;
  readonly tree: RoadmapTree;
  readonly hue: (key: Key) => number | undefined;
  readonly say: (text: string) => void;
}

export class SharedBanner {
  readonly #holder: HTMLElement;
  #shown = '';
  #region: HTMLElement | null = null;
  #mergeButton: HTMLButtonElement | null = null;
  #chosen = new Set<Key>();
  #withUnknown = false;

  constructor(holder: HTMLElement) {
    this.#holder = holder;
  }

  attach(store: Store, tree: RoadmapTree, { hue, say }: Pick<Context, 'hue' | 'say'>): void {
    const context = { store, tree, hue, say };
    store.subscribe(['shared', 'whole'], (state) => this.#update(context, state));
  }

  #update(context: Context, state: State): void {
    const shown = state.shared ? JSON.stringify([state.shared, state.whole.skills]) : '';
    if (shown === this.#shown) return;
    const first = !this.#shown;
    this.#shown = shown;
    const hadFocus = this.#region?.contains(document.activeElement);
    this.#region?.remove();
    this.#region = null;
    if (!state.shared) {
      if (hadFocus) document.getElementById('surface')?.focus();
      return;
    }
    this.#region = this.#make(context, state.shared, state.whole.skills);
    this.#holder.append(this.#region);
    if (first) context.say(t('shared.said', { sentence: this.#sentence(state.shared) }));
  }

  #sentence(shared: Shared): string {
    const day = dayText(shared.day),
      args = { name: shared.sender, day, theirs: shared.theirs, yours: shared.yours };
    const who = shared.sender
      ? t(day ? 'shared.sender-has-on' : 'shared.sender-has', args)
      : t(day ? 'shared.they-have-on' : 'shared.they-have', args);
    return `${who} ${format(shared.message)}`.trim();
  }

  #make(context: Context, shared: Shared, skills: number): HTMLElement {
    const adds = shared.adds,
      back = shared.takesBack;
    this.#chosen = new Set(adds);
    const line = (who: string, n: number, whose: 'theirs' | 'yours') =>
      h(
        'div.compare-line',
        { 'data-whose': whose },
        h('span', {}, who),
        h('meter', {
          min: 0,
          max: Math.max(1, skills),
          value: n,
          'aria-label': t('shared.meter', { who, done: n, count: skills }),
        }),
        h('span', {}, t('shared.done', { count: n })),
      );
    const unknown = shared.unknown.skillsTaken;
    this.#withUnknown = false;
    // Nothing would change: there is nothing to merge.
    const merge =
      adds.length || back.length || unknown
        ? h(
            'button.button.primary',
            { type: 'button', disabled: !adds.length, onclick: () => this.#merge(context.store, adds) },
            t('shared.merge'),
          )
        : null;
    this.#mergeButton = merge;
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
          { type: 'button', onclick: () => context.store.send({ do: 'dismiss_shared' }) },
          t('shared.dismiss'),
        ),
      ),
      this.#differences(context, adds, back),
    );
  }

  #from({ sender, day }: Shared): HTMLElement | null {
    const parts = [sender ? t('shared.from', { name: sender }) : '', dayText(day)].filter(Boolean);
    return parts.length ? h('span.from', { dir: 'auto' }, ` ${parts.join(', ')}`) : null;
  }

  // What a merge would add (chosen unless unticked), what it would take back (only when ticked), and what only you have.
  #differences(context: Context, adds: readonly Key[], back: readonly Key[]): HTMLElement | null {
    const { store, tree, hue } = context,
      keysOf = (wanted: (row: Row, theirs: SkillState) => boolean) =>
        [...store.rows()].filter((s) => !tree.isGroup(s.key) && wanted(s, s.theirs ?? 0)).map((s) => s.key),
      only = keysOf((s, theirs) => s.state > theirs && !back.includes(s.key)),
      later = keysOf((s, theirs) => s.state < theirs && !adds.includes(s.key));
    if (!adds.length && !back.length && !only.length && !later.length) return null;
    const part = (title: string, keys: readonly Key[], line: (key: Key) => HTMLElement) =>
      keys.length
        ? [
            h('h3.small', {}, title),
            h(
              'ul',
              {},
              keys.map((key) => h('li', { 'data-hue': hue(key) }, line(key))),
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
        part(t('shared.they-only'), adds, (key) => this.#choice(context, key, true)),
        part(t('shared.they-went-back'), back, (key) => this.#choice(context, key, false)),
        part(t('shared.you-only'), only, (key) => h('div.difference', {}, ...this.#skill(context, key))),
        part(t('shared.you-went-back'), later, (key) => h('div.difference', {}, ...this.#skill(context, key))),
      ),
    );
  }

  #skill({ store, tree }: Context, key: Key): Element[] {
    const row = store.skill(key),
      state = row?.state ?? 0,
      theirs = row?.theirs ?? 0;
    return [
      stateMark(markOf({ state: state > theirs ? state : theirs })),
      h(
        'span.difference-text',
        {},
        h('span', { dir: 'auto' }, tree.title(key)),
        h('span.muted.tiny', {}, t('shared.states', { yours: stateName(state), theirs: stateName(theirs) })),
      ),
    ];
  }

  // What the road does not have comes along only when it is asked for.
  #unknownChoice(count: number): HTMLElement {
    const box: HTMLInputElement = h('input', {
      type: 'checkbox',
      onchange: () => {
        this.#withUnknown = box.checked;
        this.#ready();
      },
    });
    return h('label.choice', {}, box, h('span', {}, t('shared.keep-unknown', { count })));
  }

  #ready(): void {
    if (this.#mergeButton) this.#mergeButton.disabled = !this.#chosen.size && !this.#withUnknown;
  }

  #choice(context: Context, key: Key, checked: boolean): HTMLElement {
    const box: HTMLInputElement = h('input', {
      type: 'checkbox',
      checked,
      onchange: () => this.#choose(key, box.checked),
    });
    return h('label.difference', {}, box, ...this.#skill(context, key));
  }

  #choose(key: Key, on: boolean): void {
    if (on) this.#chosen.add(key);
    else this.#chosen.delete(key);
    this.#ready();
  }

  #merge(store: Store, adds: readonly Key[]): void {
    const chosen = this.#chosen.size ? { skills: [...this.#chosen] } : { known: false };
    store.send({ do: 'merge_shared', ...chosen, unknown: this.#withUnknown });
    if (adds.every((key) => this.#chosen.has(key))) store.send({ do: 'dismiss_shared' });
  }
}
