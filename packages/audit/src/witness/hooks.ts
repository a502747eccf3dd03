/**
 * What the browser's protocol does not tell: which script wrote a cookie and for how long, which opened a database or a cache,
 * and which read what tells one browser from another. Runs in every document and worker before their own scripts, changes no
 * result and throws nothing of its own.
 */

/**
 * What a hook tells: `[nonce, kind, detail, breath]` as arguments of `console.debug`, whose message carries the calling stack. What a
 * script does without letting anything else happen in between has the same breath.
 */
export type HookKind =
  | 'cookie'
  | 'cookieStore'
  | 'storage'
  | 'indexedDB'
  | 'cacheStorage'
  | 'deleted'
  | 'pressed'
  | 'peer'
  | 'fingerprint';

/** Is sent to the browser as text, so it may use nothing from outside itself. */
function install(nonce: string): void {
  // Taken before the page can replace them. A proxy looks like the native function that it stands for.
  const { apply } = Reflect;
  const { debug } = console;
  const Standing = Proxy;
  const write = JSON.stringify;
  const scope = globalThis as unknown as Record<string, { prototype: object } | undefined>;

  const soon = queueMicrotask;
  let breath = 0;
  let isBreathing = false;
  const breathNow = () => {
    if (isBreathing) return breath;
    isBreathing = true;
    soon(() => {
      isBreathing = false;
    });
    return ++breath;
  };

  const say = (kind: HookKind, ...detail: unknown[]) => {
    try {
      apply(debug, console, [nonce, kind, write(detail), breathNow()]);
    } catch {
      // A page whose console is gone is watched by the other witnesses alone.
    }
  };

  type Call = (self: unknown, args: unknown[]) => void;
  const stand = (native: unknown, call: Call) =>
    new Standing(native as (...args: unknown[]) => unknown, {
      apply(target, self, args) {
        try {
          call(self, args);
        } catch {
          // An argument that cannot be read is for the native function to refuse.
        }
        return apply(target, self, args);
      },
    });
  const watch = (owner: object | undefined, name: string, call: Call, part: 'value' | 'set' | 'get' = 'value') => {
    const found = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!found?.configurable || typeof found[part] !== 'function') return;
    Object.defineProperty(owner, name, { ...found, [part]: stand(found[part], call) });
  };
  const proto = (name: string) => scope[name]?.prototype;

  watch(proto('Document'), 'cookie', (_, [value]) => say('cookie', `${value}`), 'set');
  watch(proto('CookieStore'), 'set', (_, [first, value]) => {
    const options = typeof first === 'object' && first ? (first as { name: string; expires?: number }) : undefined;
    if (options) say('cookieStore', options.name, options.expires);
    else say('cookieStore', `${first}`, value === undefined ? undefined : null);
  });
  const storageOf = (self: unknown) => (self === scope.sessionStorage ? 'sessionStorage' : 'localStorage');
  watch(proto('Storage'), 'setItem', (self, [key]) => say('storage', storageOf(self), `${key}`));
  watch(proto('Storage'), 'removeItem', (self, [key]) => say('deleted', storageOf(self), `${key}`));
  watch(proto('IDBFactory'), 'open', (_, [name]) => say('indexedDB', `${name}`));
  watch(proto('IDBFactory'), 'deleteDatabase', (_, [name]) => say('deleted', 'indexedDB', `${name}`));
  watch(proto('CacheStorage'), 'open', (_, [name]) => say('cacheStorage', `${name}`));
  watch(proto('CacheStorage'), 'delete', (_, [name]) => say('deleted', 'cacheStorage', `${name}`));

  // With this a connection to another browser begins to ask servers for ways there.
  watch(proto('RTCPeerConnection'), 'setLocalDescription', (self) => {
    const { iceServers = [] } = (self as RTCPeerConnection).getConfiguration();
    say('peer', ...iceServers.flatMap(({ urls }) => urls));
  });

  // The first to hear it. A pointer is heard as soon as it is down; what a script presses is a click alone.
  const { keys } = Object;
  const stored = (kind: string) => {
    try {
      return keys(scope[kind] as object).map((key) => ({ kind, key }));
    } catch {
      // A sandboxed frame has none.
      return [];
    }
  };
  const press = (event: Event) => {
    if (event.isTrusted === (event.type === 'pointerdown'))
      say('pressed', event.isTrusted, [...stored('localStorage'), ...stored('sessionStorage')]);
  };
  if (scope.Document) for (const type of ['pointerdown', 'click']) addEventListener(type, press, true);

  // A page may read in a loop: what it reads is of interest, not how often.
  const reads = new Map<string, number>();
  const read = (api: string) => {
    const count = (reads.get(api) ?? 0) + 1;
    reads.set(api, count);
    if (count <= 10) say('fingerprint', api);
  };
  // A picture that a chart or an editor exports shows no test text. The bounds are those of Englehardt and Narayanan,
  // "Online Tracking: A 1-million-site Measurement and Analysis", 2016, section 6.1.
  const drawn = new WeakMap<object, Set<string>>();
  const isTest = (canvas: { width: number; height: number } | undefined) =>
    !!canvas && canvas.width >= 16 && canvas.height >= 16 && (drawn.get(canvas)?.size ?? 0) >= 10;
  const FONTS = 30;
  const fonts = new Set<string>();
  const measured = (font: string) => {
    if (fonts.size > FONTS) return;
    fonts.add(font);
    if (fonts.size > FONTS) read('fonts');
  };

  for (const context of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D']) {
    for (const name of ['fillText', 'strokeText']) {
      watch(proto(context), name, (self, [text]) => {
        const { canvas } = self as { canvas: object };
        const characters = drawn.get(canvas) ?? new Set();
        for (const character of `${text}`.slice(0, 100)) characters.add(character);
        drawn.set(canvas, characters);
      });
    }
    watch(proto(context), 'getImageData', (self) => {
      if (isTest((self as { canvas: HTMLCanvasElement }).canvas)) read('canvas.getImageData');
    });
    watch(proto(context), 'measureText', (self) => measured((self as { font: string }).font));
  }
  for (const name of ['toDataURL', 'toBlob']) {
    watch(proto('HTMLCanvasElement'), name, (self) => {
      if (isTest(self as HTMLCanvasElement)) read(`canvas.${name}`);
    });
  }
  watch(proto('OffscreenCanvas'), 'convertToBlob', (self) => {
    if (isTest(self as OffscreenCanvas)) read('canvas.convertToBlob');
  });
  watch(proto('FontFaceSet'), 'check', (_, [font]) => measured(`${font}`));
  // UNMASKED_VENDOR_WEBGL and UNMASKED_RENDERER_WEBGL: https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/
  const UNMASKED = [0x9245, 0x9246];
  for (const context of ['WebGLRenderingContext', 'WebGL2RenderingContext']) {
    watch(proto(context), 'getParameter', (_, [name]) => {
      if (UNMASKED.includes(name as number)) read('webgl.getParameter');
    });
  }
  watch(proto('OfflineAudioContext'), 'startRendering', () => read('audio.startRendering'));
  watch(proto('NavigatorUAData'), 'getHighEntropyValues', () => read('userAgentData.getHighEntropyValues'));
  watch(proto('MediaDevices'), 'enumerateDevices', () => read('mediaDevices.enumerateDevices'));
}

/** The text that the browser runs. @param nonce word that no page can guess */
export const hooksSource = (nonce: string): string => `(${install})(${JSON.stringify(nonce)})`;
