// Dark or light, contrast, motion: the reader's choice or the system's, followed live. The engine is told, and its state
// decides what the page shows.

import type { Store } from '../engine/store.ts';
import type { Settings } from '../storage/settings.ts';
import { watchDarkExtension } from './dark_extension.ts';

// What the engine was told last.
interface Sent {
  dark?: boolean;
  chosen?: boolean;
  high?: boolean;
  reduced?: boolean;
}

export class Theme {
  readonly #settings: Settings;
  readonly #light = matchMedia('(prefers-color-scheme: light)');
  readonly #contrast = matchMedia('(prefers-contrast: more)');
  readonly #forced = matchMedia('(forced-colors: active)'); // the canvas keeps its own colours, the stronger ones then
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #sent: Sent = {};
  #store: Store | null = null;
  #darkened = false; // by an extension: counts as the system's wish

  constructor(settings: Settings) {
    this.#settings = settings;
    for (const query of [this.#light, this.#contrast, this.#forced, this.#motion])
      query.addEventListener('change', () => this.apply());
    settings.subscribe(() => this.apply());
    watchDarkExtension(() => {
      this.#darkened = true;
      this.apply();
    });
    this.apply();
  }

  attach(store: Store): void {
    this.#store = store;
    this.apply();
    store.subscribe(['look'], (state) => {
      document.documentElement.dataset.theme = state.dark ? 'dark' : 'light';
      this.#colourBrowser();
    });
  }

  get #systemDark(): boolean {
    return this.#darkened || !this.#light.matches;
  }

  get #dark(): boolean {
    return this.#settings.get('theme') ? this.#settings.get('theme') === 'dark' : this.#systemDark;
  }

  // Back on the system's look the choice is forgotten, so that the page follows the system again.
  toggle(): void {
    const dark = !this.#dark;
    this.#settings.set('theme', dark === this.#systemDark ? undefined : dark ? 'dark' : 'light');
  }

  apply(): void {
    const root = document.documentElement,
      high = Boolean(this.#settings.get('contrast')) || this.#contrast.matches || this.#forced.matches;
    const reduced = this.#settings.get('motion') === 'reduced' || this.#motion.matches;
    root.dataset.theme = this.#dark ? 'dark' : 'light';
    if (high) root.dataset.contrast = 'high';
    else delete root.dataset.contrast;
    if (reduced) root.dataset.motion = 'reduced';
    else delete root.dataset.motion;
    this.#tellTheme();
    this.#tellContrast(high);
    this.#tellMotion(reduced);
    this.#colourBrowser();
  }

  // The engine keeps a choice and ignores the system's from then on. Whoever goes back to the system's look within this
  // page is still sent as choosing, and the choice is taken off the storage again.
  #tellTheme(): void {
    const chosen = this.#settings.get('theme') !== undefined,
      wasChosen = this.#sent.chosen;
    this.#sent.chosen = chosen || wasChosen;
    if (!this.#store || (this.#sent.dark === this.#dark && wasChosen === this.#sent.chosen)) return;
    this.#sent.dark = this.#dark;
    this.#store.send({ do: 'set_theme', dark: this.#dark, chosen: Boolean(this.#sent.chosen) });
    if (!chosen && wasChosen) this.#settings.write();
  }

  #tellContrast(high: boolean): void {
    if (!this.#store || this.#sent.high === high) return;
    this.#sent.high = high;
    this.#store.send({ do: 'set_contrast', high });
  }

  #tellMotion(reduced: boolean): void {
    if (!this.#store || this.#sent.reduced === reduced) return;
    this.#sent.reduced = reduced;
    this.#store.send({ do: 'set_reduced_motion', reduced });
  }

  // The browser's own bars take the colour of ours.
  #colourBrowser(): void {
    const colour = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    const meta = document.querySelector<HTMLMetaElement>('meta[name=theme-color]');
    if (colour && meta) meta.content = colour;
  }
}
