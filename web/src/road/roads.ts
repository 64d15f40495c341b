// The other roads of this site, each on a page of its own, and links that came for one of them.
import type { Store } from '../engine/store.ts';
import { copyText } from '../lib/dom.ts';
import { t } from '../lib/messages.ts';
import type { Notices } from '../shell/notices.ts';

export interface OtherRoad {
  hash: number; // RoadmapHash of its id
  href: string;
  title: string;
}

// Out of the page's head.
export function otherRoads(root: ParentNode = document): OtherRoad[] {
  return [...root.querySelectorAll<HTMLLinkElement>('link[data-road]')].map((link) => ({
    hash: Number(link.dataset.road),
    href: link.href,
    title: link.title,
  }));
}

// Leads to the road that a link is for, with the link; where this site does not have it, says so and keeps the link.
export function attachElsewhere(
  store: Pick<Store, 'subscribe'>,
  notices: Pick<Notices, 'offer'>,
  roads: readonly OtherRoad[] = otherRoads(),
  go = (href: string): void => location.assign(href),
): void {
  let seen = 0;
  store.subscribe(['elsewhere'], ({ elsewhere }) => {
    if (!elsewhere || elsewhere.id === seen) return;
    seen = elsewhere.id;
    const road = roads.find(({ hash }) => hash === elsewhere.roadmap),
      // Without the spaces that mail programs put in, which the engine passes over too.
      fragment = /#p=[\w-]*/.exec(elsewhere.link.replace(/\s/g, ''))?.[0] ?? '';
    if (road) {
      go(road.href + fragment);
      return;
    }
    notices.offer(t('shared.elsewhere'), t('shared.copy-link'), () => void copyText(fragment));
  });
}
