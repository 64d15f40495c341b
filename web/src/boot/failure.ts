// The card that takes the map's place when it can't be shown: what happened, what still works, what to do.
import { $, h, icon } from '../lib/dom.ts';
import { t, type MessageId } from '../lib/messages.ts';

export type Failure = 'noWebAssembly' | 'download' | 'offline' | 'portal' | 'start' | 'stopped' | 'noWebGL' | 'roadmap';

const kMessages: Record<Failure, readonly [title: MessageId, what: MessageId, so: MessageId | null]> = {
  noWebAssembly: ['failure.no-web-assembly.title', 'failure.no-web-assembly.what', 'failure.no-web-assembly.so'],
  download: ['failure.download.title', 'failure.download.what', 'failure.read-meanwhile'],
  offline: ['failure.offline.title', 'failure.offline.what', 'failure.read-meanwhile'],
  portal: ['failure.portal.title', 'failure.portal.what', 'failure.read-meanwhile'],
  start: ['failure.start.title', 'failure.start.what', 'failure.start.so'],
  stopped: ['failure.stopped.title', 'failure.stopped.what', 'failure.try-again-helps'],
  noWebGL: ['failure.no-webgl.title', 'failure.no-webgl.what', 'failure.no-webgl.so'],
  roadmap: ['failure.roadmap.title', 'failure.roadmap.what', null],
};

// problems: sentences to show on request.
export function showFailure(kind: Failure, problems: readonly string[] = []): void {
  const [title, what, so] = kMessages[kind],
    holder = $('failure'),
    retry = kind !== 'noWebAssembly' && kind !== 'noWebGL';
  holder.replaceChildren(
    h(
      'div.explain.panel',
      { role: 'alert', 'aria-labelledby': 'failure-title' },
      icon(kind === 'noWebGL' ? 'info' : 'warning'),
      h('h2', { id: 'failure-title' }, t(title)),
      h('p', {}, t(what)),
      so ? h('p', {}, t(so)) : null,
      problems.length
        ? h(
            'details',
            {},
            h('summary', {}, t('failure.what-exactly')),
            h(
              'ul',
              {},
              problems.slice(0, 20).map((p) => h('li', {}, p)),
            ),
          )
        : null,
      retry
        ? h(
            'div.actions',
            {},
            h('button.button.primary', { type: 'button', onclick: () => location.reload() }, t('failure.try-again')),
          )
        : null,
    ),
  );
  holder.hidden = false;
  $('zoom').hidden = true;
  $('surface').hidden = true;
  document.documentElement.dataset.failure = kind;
}
