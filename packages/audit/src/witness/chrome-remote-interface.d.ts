declare module 'chrome-remote-interface' {
  interface Message {
    method: string;
    // biome-ignore lint/suspicious/noExplicitAny: the protocol of Chromium has a type per method, and no types are published with this package.
    params: any;
    sessionId?: string;
  }
  interface Client {
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    send(method: string, params?: object, sessionId?: string): Promise<any>;
    on(event: 'event', listen: (message: Message) => void): void;
    on(event: 'disconnect', listen: () => void): void;
    close(): Promise<void>;
  }
  export default function CDP(options: { target: string; local: true }): Promise<Client>;
}
