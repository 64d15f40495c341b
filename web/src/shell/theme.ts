// Dark or light, contrast, motion: the reader's choice or the system's, followed live. The engine is told, and its state
// decides what the page shows.

import { watchDarkExtension } from './dark_extension.ts';

export class Theme {
  constructor(settings) {
    this.settings = settings;
    this.store = null;
    this.light = matchMedia('(prefers-color-scheme: light)');
    this.contrast = matchMedia('(prefers-contrast: more)');
    this.forced = matchMedia('(forced-colors: active)'); // the canvas keeps its own colours, the stronger ones then
    this.motion = matchMedia('(prefers-reduced-motion: reduce)');
    this.sent = {};
    this.darkened = false; // by an extension: counts as the system's wish
    for (const query of [this.light, this.contrast, this.forced, this.motion])
      query.addEventListener('change', () => this.apply());
    settings.subscribe(() => this.apply());
    watchDarkExtension(() => {
      this.darkened = true;
      this.apply();
    });
    this.apply();
  }

  attach(store) {
    this.store = store;
    this.apply();
    store.subscribe(['look'], (state) => {
      document.documentElement.dataset.theme = state.dark ? 'dark' : 'light';
      this.#colourBrowser();
    });
  }

  get #systemDark() {
    return this.darkened || !this.light.matches;
  }

  get dark() {
    return this.settings.get('theme') ? this.settings.get('theme') === 'dark' : this.#systemDark;
  }

  // Back on the system's look the choice is forgotten, so that the page follows the system again.
  toggle() {
    const dark = !this.dark;
    this.settings.set('theme', dark === this.#systemDark ? undefined : dark ? 'dark' : 'light');
  }

  apply() {
    const root = document.documentElement,
      high = Boolean(this.settings.get('contrast')) || this.contrast.matches || this.forced.matches;
    const reduced = this.settings.get('motion') === 'reduced' || this.motion.matches;
    root.dataset.theme = this.dark ? 'dark' : 'light';
    if (high) root.dataset.contrast = 'high';
    else delete root.dataset.contrast;
    if (reduced) root.dataset.motion = 'reduced';
    else delete root.dataset.motion;
    this.#tellTheme();
    this.#tell('set_contrast', 'high', high);
    this.#tell('set_reduced_motion', 'reduced', reduced);
    this.#colourBrowser();
  }

  // The engine keeps a choice and ignores the system's from then on. Whoever goes back to the system's look within this
  // page is still sent as choosing, and the choice is taken off the storage again.
  #tellTheme() {
    const chosen = this.settings.get('theme') !== undefined,
      wasChosen = this.sent.chosen;
    this.sent.chosen = chosen || wasChosen;
    if (!this.store || (this.sent.theme === this.dark && wasChosen === this.sent.chosen)) return;
    this.sent.theme = this.dark;
    this.store.send({ do: 'set_theme', dark: this.dark, chosen: Boolean(this.sent.chosen) });
    if (!chosen && wasChosen) this.settings.write();
  }

  #tell(command, member, value) {
    if (!this.store || this.sent[command] === value) return;
    this.sent[command] = value;
    this.store.send({ do: command, [member]: value });
  }

  // The browser's own bars take the colour of ours.
  #colourBrowser() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    if (colour) document.querySelector('meta[name=theme-color]').content = colour;
  }
}
