// Theme and motion: the reader's choice, else the system's, live.
import { button, expect, firstGroup, open, settled, test } from './waymark.mjs';

const theme = (page) => page.locator('html');
const picture = async (page) => (await page.locator('canvas').screenshot()).toString('base64');

test('the page follows the system until somebody chooses, and remembers the choice', async ({ page }) => {
  await open(page);
  await settled(page);
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
  const dark = await picture(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(theme(page)).toHaveAttribute('data-theme', 'light');
  await settled(page);
  expect(await picture(page)).not.toBe(dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');

  await button(page, 'Theme').click();
  await expect(theme(page)).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(theme(page)).toHaveAttribute('data-ready', 'true');
  await expect(theme(page)).toHaveAttribute('data-theme', 'light');
  await button(page, 'Theme').click();
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
});

// Keeps every frame that the engine draws, as it is shown: `window.pictures`, from now on.
async function watchFrames(page) {
  await page.evaluate(() => {
    window.pictures = [];
    const ask = window.requestAnimationFrame.bind(window),
      canvas = document.getElementById('canvas');
    window.requestAnimationFrame = (run) =>
      ask((now) => {
        const before = window.__bench.frames();
        run(now);
        if (window.__bench.frames() !== before) window.pictures.push(canvas.toDataURL());
      });
  });
}

// How many different pictures came after `act`, and whether all came out of one another.
async function drawn(page, act) {
  await page.evaluate(() => {
    window.pictures = [];
  });
  await act();
  await settled(page);
  return page.evaluate(() => ({ frames: window.pictures.length, different: new Set(window.pictures).size }));
}

test('with reduced motion every change is one jump, else it moves', async ({ page }) => {
  await open(page);
  await settled(page);
  await watchFrames(page);
  const { group, key, skills } = await firstGroup(page);
  const send = (command) => () => page.evaluate((c) => window.__bench.send(c), command);
  const zoom = send({ do: 'zoom', factor: 1.5 });
  expect((await drawn(page, zoom)).different, 'a flight is seen').toBeGreaterThan(2);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await settled(page);
  const skill = Number(await skills.nth(3).getAttribute('data-key'));
  const changes = {
    'zooming in': zoom,
    'showing all': send({ do: 'fit_all' }),
    'opening a group': send({ do: 'set_expanded', skill: key, expanded: true }),
    panning: send({ do: 'pan', dx: 40, dy: -30 }),
    marking: send({ do: 'set_state', skills: [skill], state: 3 }),
    'jumping to a skill': send({ do: 'select', skill, reveal: true, flash: true }),
    'showing the way': send({ do: 'show_way', skill }),
    filtering: send({ do: 'set_filter', states: ['done'] }),
    'closing the group': send({ do: 'set_expanded', skill: key, expanded: false }),
    undoing: send({ do: 'undo' }),
    'opening all': send({ do: 'expand_all', expanded: true }),
    'the other theme': () => page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }),
    'a key': () => group.press('ArrowRight'),
  };
  for (const [what, act] of Object.entries(changes)) {
    const { different } = await drawn(page, act);
    expect(different, `${what}: pictures`).toBeLessThanOrEqual(1);
  }
});

test('with reduced motion what is around the map changes at once too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const left = await page.evaluate(() => {
    document.getElementById('tab-map').click();
    const seen = [...document.querySelectorAll('#pane-list .caret')].filter(
      (one) => getComputedStyle(one).visibility !== 'hidden',
    );
    return { seen: seen.length, moving: document.getAnimations().length };
  });
  expect(left).toEqual({ seen: 0, moving: 0 });
});

test('high contrast follows the system, its forced colours too, and so does the canvas', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await settled(page);
  const plain = await picture(page);
  for (const media of [{ contrast: 'more' }, { forcedColors: 'active' }]) {
    await page.emulateMedia(media);
    await expect(theme(page)).toHaveAttribute('data-contrast', 'high');
    await expect.poll(() => picture(page)).not.toBe(plain);
    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'none' });
    await expect(theme(page)).not.toHaveAttribute('data-contrast', 'high');
    await expect.poll(() => picture(page)).toBe(plain);
  }
});

test('with forced colours what is chosen, focused or done is still told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page);
  const { group, skills } = await firstGroup(page);
  await group.focus();
  await page.keyboard.press('ArrowRight');
  await skills.first().click();
  const look = (row) =>
    row.evaluate((el) => {
      const line = el.querySelector('.row'),
        style = getComputedStyle(line),
        focus = getComputedStyle(el);
      return {
        ground: style.backgroundColor,
        outline: style.outlineStyle + focus.outlineStyle,
        mark: el.querySelector('.state-mark use')?.getAttribute('href'),
      };
    });
  const [chosen, other] = [await look(skills.first()), await look(skills.nth(1))];
  expect(chosen.ground).not.toBe(other.ground);
  await page.keyboard.press('3');
  await expect.poll(async () => (await look(skills.first())).mark).not.toBe(chosen.mark);
  await button(page, 'Filter').click();
  const chip = (name) => page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name, exact: true });
  const ground = (name) => chip(name).evaluate((one) => getComputedStyle(one).backgroundColor);
  await chip('Learning').click();
  await expect.poll(() => ground('Learning')).toBe(chosen.ground);
  expect(await ground('Done')).not.toBe(chosen.ground);
  await chip('Learning').click();
  // Every button keeps an edge.
  const bare = await page.locator('button:visible').evaluateAll((all) =>
    all
      .filter((one) => {
        const style = getComputedStyle(one);
        return (
          !one.disabled &&
          !one.matches('.plain, .tab, .link-button') &&
          (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) === 0)
        );
      })
      .map((one) => one.id || one.className),
  );
  expect(bare).toEqual([]);
});
