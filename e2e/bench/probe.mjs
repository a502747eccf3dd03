/** Functions that run inside the measured page; each has to stand alone. */

/**
 * Watches in each frame for the banner: first visible (any of it in the viewport, not fully transparent) and fully
 * shown (all of it in the viewport, opaque, no animation running). Leaves a promise of both in milliseconds since
 * the navigation began.
 *
 * @param {string[]} path selectors; each but the first is looked up in the open shadow root of the one before
 */
export function bannerTimes(path) {
  const find = () =>
    path.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);
  const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

  function opacityOf(element) {
    let opacity = 1;
    for (let at = element; at; at = parentOf(at)) opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  }

  function moves(element) {
    const running = (animation) => animation.playState === 'running';
    if (element.getAnimations({ subtree: true }).some(running)) return true;
    for (let at = parentOf(element); at; at = parentOf(at)) if (at.getAnimations().some(running)) return true;
    return false;
  }

  globalThis.bannerTimes = new Promise((resolve, reject) => {
    let visible;
    const look = () => {
      const now = performance.now();
      const element = find();
      const box = element?.getBoundingClientRect();
      const opacity = box?.width && getComputedStyle(element).visibility === 'visible' ? opacityOf(element) : 0;
      const inView = opacity > 0 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
      if (inView) visible ??= now;
      const whole = inView && box.top >= -1 && box.bottom <= innerHeight + 1;
      if (whole && opacity === 1 && !moves(element)) resolve({ visible, shown: now });
      else if (now > 15_000) reject(new Error(`no banner ${path.join(' ')} within 15 s`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What the browser itself recorded about the load. Times in milliseconds since the navigation began. */
export async function pageMetrics() {
  const entriesOf = (type) =>
    new Promise((resolve) => {
      const entries = [];
      new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve(entries), 200); // there is no word that a type has no entries
    });
  const [paints, largest, shifts, longTasks, longFrames] = await Promise.all(
    ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask', 'long-animation-frame'].map(entriesOf),
  );
  const startOf = (file) =>
    performance.getEntriesByType('resource').find(({ name }) => name.endsWith(`/${file}`))?.startTime;
  return {
    fcp: paints.find(({ name }) => name === 'first-contentful-paint')?.startTime,
    lcp: largest.at(-1)?.startTime,
    cls: shifts.reduce((sum, { value, hadRecentInput }) => (hadRecentInput ? sum : sum + value), 0),
    longTasks: longTasks.length,
    /** Scripts of at least 5 ms that ran in frames of 50 ms and more, each with its address. */
    scriptsOfLongFrames: longFrames.flatMap(({ scripts }) =>
      scripts.map(({ sourceURL, duration }) => ({ url: sourceURL, duration })),
    ),
    externalTag: startOf('external.js'),
    insertedTag: startOf('inserted.js'),
  };
}
