// The palette: one field that finds skills and facts (the engine ranks them) and commands. A combobox with a listbox.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { h, icon, stateMark, ring } from '../lib/dom.ts';
import { stateName, markOf, splitMatches } from '../lib/format.ts';
import { t } from '../lib/messages.ts';
import { matchCommands } from './commands.ts';
import { nextSkills } from '../road/start_panel.ts';

const kSkillsShown = 12;
const kCommandsShown = 6;

export class Palette {
  constructor({ store, tree, commands, hue, say, showFact }) {
    Object.assign(this, { store, tree, commands, hue, say, showFact });
    this.options = [];
    this.active = -1;
    this.input = h('input.palette-input', {
      type: 'text',
      role: 'combobox',
      'aria-label': 'Find a skill or a command',
      placeholder: 'Find a skill or a command',
      'aria-expanded': 'true',
      'aria-controls': 'palette-list',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
      dir: 'auto',
      oninput: () => this.#find(),
      onkeydown: (e) => this.#onKey(e),
    });
    this.list = h('div.palette-list', { id: 'palette-list', role: 'listbox', 'aria-label': 'Found', tabindex: -1 });
    this.empty = h('p.palette-empty', { hidden: true });
    this.dialog = h(
      'dialog.palette',
      {
        'aria-label': 'Find a skill or a command',
        onclick: (e) => {
          if (e.target === this.dialog) this.close();
        },
        onclose: () => this.#closed(),
      },
      h(
        'div.palette-top',
        {},
        icon('search'),
        this.input,
        h(
          'button.icon-button.plain',
          { type: 'button', 'aria-label': 'Close', onclick: () => this.close() },
          icon('close'),
        ),
      ),
      this.list,
      this.empty,
      h(
        'div.palette-foot',
        { 'aria-hidden': 'true' },
        h('span', {}, h('kbd', {}, '↑'), ' ', h('kbd', {}, '↓'), ' choose'),
        h('span', {}, h('kbd', {}, 'Enter'), ' go'),
        h('span', {}, h('kbd', {}, 'Esc'), ' close'),
      ),
    );
    document.body.append(this.dialog);
  }

  open() {
    if (this.dialog.open) return;
    this.ran = null;
    this.input.value = '';
    this.dialog.showModal();
    this.#find();
    this.input.focus();
  }

  close() {
    this.dialog.close();
  }

  // Runs what was chosen after the dialog has given the focus back.
  #closed() {
    const run = this.ran;
    this.ran = null;
    run?.();
  }

  #find() {
    const text = this.input.value.trim();
    this.options = [];
    this.list.replaceChildren(...(text ? this.#found(text) : this.#offered()).filter(Boolean));
    this.empty.hidden = this.options.length > 0;
    if (!this.options.length)
      this.empty.textContent = `Nothing is called “${text}”. Try fewer letters or another word.`;
    this.#activate(this.options.length ? 0 : -1);
    if (text) this.say(this.options.length ? t('search.results', { count: this.options.length }) : 'No results');
  }

  #found(text) {
    const hits = this.store.engine.search(text, kSkillsShown),
      commands = matchCommands(this.commands, text).slice(0, kCommandsShown);
    const showSkills = () =>
      this.#group(
        hits.some((s) => s.fact) ? 'Skills and facts' : 'Skills',
        hits.map((s) => (s.fact ? this.#factOption(s) : this.#skillOption(s.key, s.title, s.group, s.matches))),
      );
    const showCommands = () =>
      this.#group(
        'Commands',
        commands.map(({ command, matches }) => this.#commandOption(command, matches)),
      );
    // What stands in the name of a command, but in no title, is likelier to mean the command than a skill's text.
    const says = (name) => name.toLocaleLowerCase().includes(text.toLocaleLowerCase());
    const named = commands.some(({ command }) => says(command.name)) && !hits.some(({ title }) => says(title));
    return (named ? [showCommands, showSkills] : [showSkills, showCommands]).flatMap((show) => show());
  }

  #offered() {
    const { learning, open } = nextSkills(this.store);
    const titled = (s) =>
      this.#skillOption(s.key, this.tree.title(s.key), this.tree.title(this.tree.get(s.key).parent), []);
    return [
      ...this.#group('Next on your road', [...learning, ...open].map(titled)),
      ...this.#group(
        'Commands',
        matchCommands(this.commands, '').map(({ command }) => this.#commandOption(command, [])),
      ),
    ];
  }

  #group(title, options) {
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

  #option(run, props, ...children) {
    const index = this.options.length;
    const el = h(
      'div.palette-option',
      {
        role: 'option',
        id: `palette-${index}`,
        'aria-selected': 'false',
        ...props,
        onclick: () => this.#choose(index),
        onpointermove: () => {
          if (this.active !== index) this.#activate(index, false);
        },
      },
      ...children,
    );
    this.options.push({ el, run });
    return el;
  }

  #skillOption(key, title, group, matches) {
    const skill = this.store.skill(key) ?? { state: 0, available: true },
      isGroup = this.tree.isGroup(key);
    const groupTitle = typeof group === 'string' ? group : group?.title;
    return this.#option(
      () => this.store.send({ do: 'select', skill: key, reveal: true, flash: true }),
      { 'data-hue': this.hue(key) },
      isGroup ? ring(skill.total ? skill.done / skill.total : 0) : stateMark(markOf(skill)),
      h(
        'span.name',
        { dir: 'auto' },
        highlighted(title, matches),
        h('span.visually-hidden', {}, `, ${stateName(skill.state)}`),
      ),
      groupTitle ? h('span.aside', { dir: 'auto' }, groupTitle) : null,
    );
  }

  // A fact has no place of its own: it is shown among the details of its first skill.
  #factOption({ key, title, group, matches }) {
    return this.#option(
      () => {
        this.store.send({ do: 'select', skill: key, reveal: true });
        this.store.refresh();
        this.showFact(title);
      },
      { 'data-hue': this.hue(key) },
      icon('info'),
      h('span.name', { dir: 'auto' }, highlighted(title, matches), h('span.visually-hidden', {}, ', a fact')),
      h('span.aside', { dir: 'auto' }, group),
    );
  }

  #commandOption(command, matches) {
    return this.#option(
      command.run,
      {},
      icon('caret'),
      h('span.name', {}, highlighted(command.name, matches)),
      command.keys ? h('kbd', {}, command.keys) : null,
    );
  }

  #activate(index, scroll = true) {
    this.options[this.active]?.el.setAttribute('aria-selected', 'false');
    this.active = index;
    const option = this.options[index];
    if (!option) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    option.el.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.el.id);
    if (scroll && index === 0) this.list.scrollTop = 0;
    else if (scroll) option.el.scrollIntoView({ block: 'nearest' });
  }

  #choose(index) {
    this.ran = this.options[index]?.run ?? null;
    if (this.ran) this.close();
  }

  #onKey(e) {
    if (e.isComposing) return;
    const last = this.options.length - 1;
    if (e.key === 'ArrowDown') this.#activate(this.active >= last ? 0 : this.active + 1);
    else if (e.key === 'ArrowUp') this.#activate(this.active <= 0 ? last : this.active - 1);
    else if (e.key === 'PageDown') this.#activate(Math.min(last, this.active + 8));
    else if (e.key === 'PageUp') this.#activate(Math.max(0, this.active - 8));
    else if (e.key === 'Enter') this.#choose(this.active);
    else return;
    e.preventDefault();
  }
}

function highlighted(text, matches) {
  return splitMatches(text, matches).map((part) => (part.hit ? h('mark', {}, part.text) : part.text));
}
