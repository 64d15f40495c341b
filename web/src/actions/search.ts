// The palette: one field that finds skills and facts (the engine ranks them) and actions. A combobox with a listbox.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { h, icon, stateMark, ring, type Child, type Props } from '../lib/dom.ts';
import { markOf, splitMatches, stateName } from '../lib/format.ts';
import type { Row } from '../engine/protocol.ts';
import type { Store } from '../engine/store.ts';
import { t } from '../lib/messages.ts';
import type { Action, ActionContext } from './action.ts';
import { kActions } from './action_table.ts';
import { findActions, type FoundAction } from './find_actions.ts';
import { isComposing, shownShortcut } from './shortcut.ts';
import { nextSkills } from '../road/start_panel.ts';

const kSkillsShown = 12;
const kActionsShown = 6;
const kPage = 8; // options that PageUp and PageDown step over
const kMaxTyped = 200; // longer than any title; what is pasted beyond it is not looked for
const kMaxQuoted = 60;

type Ranges = readonly (readonly [from: number, to: number])[];

// A result of the engine's search (docs/page_protocol.md).
interface Hit {
  readonly key: number;
  readonly title: string;
  readonly group?: string | { readonly title: string };
  readonly matches: Ranges;
  readonly fact?: string; // its kind
}

type ShownSkill = Pick<Row, 'state'> & Partial<Row>;

interface SearchedStore extends Pick<Store, 'skill' | 'next' | 'send' | 'refresh'> {
  readonly engine: { search(text: string, limit: number): readonly Hit[] };
}

interface TitledTree {
  title(key: number): string;
  isGroup(key: number): boolean;
  get(key: number): { readonly parent: number } | undefined;
}

export interface PaletteParts {
  readonly store: SearchedStore;
  readonly tree: TitledTree;
  readonly context: ActionContext;
  hue(key: number): number | undefined;
  say(text: string): void;
  showFact(title: string): void;
}

export class Palette {
  readonly #parts: PaletteParts;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #dialog: HTMLDialogElement;
  #options: { readonly el: HTMLElement; readonly run: () => unknown }[] = [];
  #active = -1;
  #chosen: (() => unknown) | null = null;

  constructor(parts: PaletteParts) {
    this.#parts = parts;
    this.#input = h('input.palette-input', {
      type: 'text',
      role: 'combobox',
      'aria-label': t('action.search'),
      placeholder: t('action.search'),
      'aria-expanded': 'true',
      'aria-controls': 'palette-list',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      maxlength: kMaxTyped,
      enterkeyhint: 'go',
      dir: 'auto',
      oninput: () => this.#find(),
      onkeydown: (e) => this.#onKey(e),
    });
    this.#list = h('div.palette-list', {
      id: 'palette-list',
      role: 'listbox',
      'aria-label': t('find.found'),
      tabindex: -1,
    });
    this.#empty = h('p.palette-empty', { hidden: true });
    this.#dialog = h(
      'dialog.palette',
      {
        'aria-label': t('action.search'),
        onclick: (e) => {
          if (e.target === this.#dialog) this.close();
        },
        onclose: () => this.#closed(),
      },
      h(
        'div.palette-top',
        {},
        icon('search'),
        this.#input,
        h(
          'button.icon-button.plain',
          { type: 'button', 'aria-label': t('dialog.close'), onclick: () => this.close() },
          icon('close'),
        ),
      ),
      this.#list,
      this.#empty,
      h(
        'div.palette-foot',
        { 'aria-hidden': 'true' },
        h(
          'span',
          {},
          h('kbd', { translate: 'no' }, '↑'),
          ' ',
          h('kbd', { translate: 'no' }, '↓'),
          ' ',
          t('find.key-choose'),
        ),
        h('span', {}, h('kbd', { translate: 'no' }, 'Enter'), ' ', t('find.key-go')),
        h('span', {}, h('kbd', { translate: 'no' }, 'Esc'), ' ', t('find.key-close')),
      ),
    );
    document.body.append(this.#dialog);
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#chosen = null;
    this.#input.value = '';
    this.#dialog.showModal();
    this.#find();
    this.#input.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  // Runs what was chosen after the dialog has given the focus back.
  #closed(): void {
    const run = this.#chosen;
    this.#chosen = null;
    run?.();
  }

  #find(): void {
    const text = this.#input.value.slice(0, kMaxTyped).trim();
    this.#options = [];
    this.#list.replaceChildren(...(text ? this.#found(text) : this.#offered()).filter(Boolean));
    this.#empty.hidden = this.#options.length > 0;
    if (!this.#options.length) this.#empty.textContent = t('find.nothing', { text: quoted(text) });
    this.#activate(this.#options.length ? 0 : -1);
    if (text) this.#parts.say(t('search.results', { count: this.#options.length }));
  }

  #found(text: string): HTMLElement[] {
    const hits = this.#parts.store.engine.search(text, kSkillsShown),
      actions = findActions(kActions, text, this.#parts.context).slice(0, kActionsShown);
    const showSkills = (): HTMLElement[] =>
      this.#group(
        hits.some((s) => s.fact) ? t('find.skills-and-facts') : t('find.skills'),
        hits.map((s) => (s.fact ? this.#factOption(s) : this.#skillOption(s.key, s.title, s.group, s.matches))),
      );
    const showActions = (): HTMLElement[] =>
      this.#group(
        t('find.commands'),
        actions.map(({ action, matches }) => this.#actionOption(action, matches)),
      );
    // What stands in the name of a command, but in no title, is likelier to mean the command than a skill's text.
    const says = (name: string): boolean => name.toLocaleLowerCase().includes(text.toLocaleLowerCase());
    const named = actions.some(({ action }) => says(t(action.title))) && !hits.some(({ title }) => says(title));
    return (named ? [showActions, showSkills] : [showSkills, showActions]).flatMap((show) => show());
  }

  #offered(): HTMLElement[] {
    const { learning, open } = nextSkills(this.#parts.store);
    const titled = (s: { key: number }): HTMLElement =>
      this.#skillOption(
        s.key,
        this.#parts.tree.title(s.key),
        this.#parts.tree.title(this.#parts.tree.get(s.key)?.parent ?? 0),
        [],
      );
    return [
      ...this.#group(t('find.next'), [...learning, ...open].map(titled)),
      ...this.#group(
        t('find.commands'),
        findActions(kActions, '', this.#parts.context).map(({ action }) => this.#actionOption(action, [])),
      ),
    ];
  }

  #group(title: string, options: readonly HTMLElement[]): HTMLElement[] {
    return options.length
      ? [
          h(
            'div',
            { role: 'group', 'aria-label': title },
            h('div.palette-heading', { 'aria-hidden': 'true' }, title),
            options,
          ),
        ]
      : [];
  }

  #option(run: () => unknown, props: Props, ...children: (Child | readonly Child[])[]): HTMLElement {
    const index = this.#options.length;
    const el = h(
      'div.palette-option',
      {
        role: 'option',
        id: `palette-${index}`,
        'aria-selected': 'false',
        ...props,
        onclick: () => this.#choose(index),
        onpointermove: () => {
          if (this.#active !== index) this.#activate(index, false);
        },
      },
      ...children,
    );
    this.#options.push({ el, run });
    return el;
  }

  #skillOption(key: number, title: string, group: Hit['group'], matches: Ranges): HTMLElement {
    const skill: ShownSkill = this.#parts.store.skill(key) ?? { state: 0, available: true },
      isGroup = this.#parts.tree.isGroup(key);
    const inGroup = groupTitle(group);
    return this.#option(
      () => this.#parts.store.send({ do: 'select', skill: key, reveal: true, flash: true }),
      { 'data-hue': this.#parts.hue(key) },
      isGroup ? ring(skill.total ? (skill.done ?? 0) / skill.total : 0) : stateMark(markOf(skill)),
      h(
        'span.name',
        { dir: 'auto' },
        highlighted(title, matches),
        h('span.visually-hidden', {}, `, ${stateName(skill.state)}`),
      ),
      inGroup ? h('span.aside', { dir: 'auto' }, inGroup) : null,
    );
  }

  // A fact has no place of its own: it is shown among the details of its first skill.
  #factOption({ key, title, group, matches }: Hit): HTMLElement {
    return this.#option(
      () => {
        this.#parts.store.send({ do: 'select', skill: key, reveal: true });
        this.#parts.store.refresh();
        this.#parts.showFact(title);
      },
      { 'data-hue': this.#parts.hue(key) },
      icon('info'),
      h('span.name', { dir: 'auto' }, highlighted(title, matches), h('span.visually-hidden', {}, t('find.a-fact'))),
      h('span.aside', { dir: 'auto' }, groupTitle(group)),
    );
  }

  // An action about one skill names the selected one.
  #actionOption(action: Action, matches: FoundAction['matches']): HTMLElement {
    const skill = this.#parts.context.selected();
    return this.#option(
      () => action.run(this.#parts.context, skill),
      {},
      icon('caret'),
      h('span.name', {}, highlighted(t(action.title), matches)),
      action.ofSkill && skill ? h('span.aside', { dir: 'auto' }, this.#parts.tree.title(skill)) : null,
      action.keys.length ? h('kbd', { translate: 'no' }, shownShortcut(action.keys[0])) : null,
    );
  }

  #activate(index: number, scroll = true): void {
    this.#options[this.#active]?.el.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#options[index];
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.el.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', option.el.id);
    if (scroll && index === 0) this.#list.scrollTop = 0;
    else if (scroll) option.el.scrollIntoView({ block: 'nearest' });
  }

  #choose(index: number): void {
    if (index < 0 || index >= this.#options.length) return;
    this.#chosen = this.#options[index].run;
    this.close();
  }

  #onKey(e: KeyboardEvent): void {
    if (isComposing(e)) return;
    const last = this.#options.length - 1;
    if (e.key === 'ArrowDown') this.#activate(this.#active >= last ? 0 : this.#active + 1);
    else if (e.key === 'ArrowUp') this.#activate(this.#active <= 0 ? last : this.#active - 1);
    else if (e.key === 'PageDown') this.#activate(Math.min(last, this.#active + kPage));
    else if (e.key === 'PageUp') this.#activate(Math.max(0, this.#active - kPage));
    else if (e.key === 'Enter') this.#choose(this.#active);
    else return;
    e.preventDefault();
  }
}

const groupTitle = (group: Hit['group']): string => (typeof group === 'string' ? group : (group?.title ?? ''));

// What was typed, short enough for a sentence.
const quoted = (text: string): string =>
  text.length > kMaxQuoted ? `${[...text.slice(0, kMaxQuoted)].slice(0, -1).join('')}…` : text;

function highlighted(text: string, matches: Ranges): Child[] {
  return splitMatches(text, matches).map((part) => (part.hit ? h('mark', {}, part.text) : part.text));
}
