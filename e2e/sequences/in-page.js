/** First in each page: a new visitor for each sequence, a clock that a cookie sets, and what the test asks the page. */
(() => {
  const [sequence] = /sequence=\d+/.exec(location.search);
  if (!document.cookie.split('; ').includes(sequence)) {
    localStorage.clear();
    document.cookie = '_ga=; path=/; max-age=0';
    document.cookie = `${sequence}; path=/`;
  }

  const RealDate = Date;
  const clock = () => Number(/clock=(\d+)/.exec(document.cookie)[1]);
  window.Date = class extends RealDate {
    constructor(...given) {
      if (given.length) super(...given);
      else super(clock());
    }
    static now() {
      return clock();
    }
  };

  const part = (selector) => document.querySelector('askfirst-ui')?.shadowRoot.querySelector(selector);
  const pause = () => new Promise((done) => setTimeout(done, 4));
  const appeared = async (selector) => {
    while (!part(selector)) await pause();
    return part(selector);
  };

  const signals = () =>
    (window.dataLayer ?? [])
      .filter((entry) => entry[0] === 'consent')
      .map(({ 1: verb, 2: said }) => `${verb} ${said.analytics_storage} ${said.ad_storage}`);

  const stored = () => {
    if (localStorage.askfirst === 'spoilt') return ['spoilt'];
    const { choices = {} } = JSON.parse(localStorage.askfirst ?? '{}');
    return Object.entries(choices)
      .map(([key, { granted, at, until }]) => `${key} ${granted} ${at} ${until}`)
      .sort();
  };

  const snapshot = () => {
    const { granted } = window.askfirst.$consent.get();
    const told = signals();
    return {
      granted: { analytics: granted.analytics, marketing: granted.marketing },
      asks: !!part('[part~="banner"]')?.checkVisibility(),
      told: told.at(-1).replace(/^\w+ /, ''),
      // What was told once is not taken back by telling otherwise a moment later.
      everTold: ['analytics', 'marketing'].filter((_, index) =>
        told.some((each) => each.split(' ')[index + 1] === 'granted'),
      ),
      defaults: told.filter((command) => command.startsWith('default')).length,
      repeats: told.filter((command, index) => index && command === told[index - 1]).length,
      ran: [...(window.ran ?? [])].sort(),
      picture: document.querySelector('img').hasAttribute('src'),
      cookie: /\b_ga=/.test(document.cookie),
      stored: stored(),
    };
  };

  window.sequence = {
    /** What the browser had for this page before Askfirst came to it. */
    foundStored: stored(),
    /** Waits until all that is expected is so. Says after how many milliseconds, or what is so instead. */
    async until(expected, limit) {
      const start = performance.now();
      for (;;) {
        const seen = snapshot();
        const other = Object.keys(expected).filter(
          (key) => JSON.stringify(seen[key]) !== JSON.stringify(expected[key]),
        );
        const ms = performance.now() - start;
        if (!other.length || ms > limit)
          return { ms, differences: other.map((key) => ({ what: key, expected: expected[key], seen: seen[key] })) };
        await pause();
      }
    },
    press: (name) => part(`[part~="banner"] [part~="${name}"]`).click(),
    async pressInDialog(name, switches = {}) {
      const choose = part('[part~="choose"]');
      if (choose) choose.click();
      else window.askfirst.open();
      const button = await appeared(`dialog[open] [part~="${name}"]`);
      for (const [category, on] of Object.entries(switches)) {
        const input = part(`dialog input[name="${category}"]`);
        if (input.checked !== on) input.click();
      }
      button.click();
    },
    /** Long enough for what is already on its way in this page. */
    async rest() {
      for (let turn = 0; turn < 8; turn += 1) await pause();
    },
  };
})();
